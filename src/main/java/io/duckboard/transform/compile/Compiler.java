package io.duckboard.transform.compile;

import io.duckboard.transform.project.Place;
import io.duckboard.transform.project.Problems;
import io.duckboard.transform.project.Project;
import io.duckboard.transform.project.ProjectException;
import io.duckboard.transform.template.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes SQL of a project. */
public final class Compiler {

    /** Thirty models take a tenth of a second. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    /** So that the rendering thread can still tell which template it was in. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private Compiler() {}

    /**
     * The project compiled, within {@link #LIMIT}.
     *
     * @param vars which override those of {@code dbt_project.yml}: texts, numbers, Booleans, lists and maps of such
     * @param env of which {@code env_var} sees what a project may publish; DUCKBOARD_LAKE is where locations of external models begin
     * @throws ProjectException with all that is wrong with the project
     */
    public static CompiledProject compile(Project project, Map<String, Object> vars, Map<String, String> env) {
        return compile(project, vars, env, LIMIT);
    }

    /** The same, within a limit. */
    public static CompiledProject compile(
            Project project, Map<String, Object> vars, Map<String, String> env, Duration limit) {
        Deadline deadline = Deadline.in(limit);
        var task = new FutureTask<>(() -> new Compilation(project, vars, env, deadline).compiled());
        // A thread that no template can keep the program alive by.
        Thread thread =
                Thread.ofPlatform().daemon().name("compile-" + project.name()).start(task);
        try {
            return task.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            thread.interrupt();
            var problems = new Problems();
            problems.add(new Place("dbt_project.yml", 0), deadline.message(), "Look for a loop that never ends.");
            throw new ProjectException(problems.errors());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Compiling was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("Compiling failed.", e);
        }
    }
}
