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

/** Compiles a project to SQL. */
public final class Compiler {

    /** Thirty models compile in a tenth of a second. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    /** Gives the rendering thread time to report which template it was in. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private Compiler() {}

    /**
     * Compiles the project within {@link #LIMIT}.
     *
     * @param vars override those of {@code dbt_project.yml}: texts, numbers, Booleans, lists and maps of such
     * @param env {@code env_var} reads what a project may; DUCKBOARD_LAKE is where external models' locations begin
     * @throws ProjectException with all problems of the project
     */
    public static CompiledProject compile(Project project, Map<String, Object> vars, Map<String, String> env) {
        return compile(project, vars, env, LIMIT);
    }

    /** Compiles the project within the given limit. */
    public static CompiledProject compile(
            Project project, Map<String, Object> vars, Map<String, String> env, Duration limit) {
        Deadline deadline = Deadline.in(limit);
        var task = new FutureTask<>(() -> new Compilation(project, vars, env, deadline).compiled());
        // No template can keep the program alive on this thread.
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
