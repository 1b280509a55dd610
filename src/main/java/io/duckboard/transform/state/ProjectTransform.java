package io.duckboard.transform.state;

import io.duckboard.client.QuerySettings;
import io.duckboard.client.TransformEngine;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.Contents;
import io.duckboard.transform.docs.ProjectNodes;
import io.duckboard.transform.graph.Selection;
import io.duckboard.transform.project.ProjectException;
import io.duckboard.transform.run.NodeState;
import io.duckboard.transform.run.RunLock;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.run.RunReport;
import io.duckboard.transform.run.TransformFailure;
import io.duckboard.transform.run.TransformRunner;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The project in the folder that the settings name. The engine behind the pages runs it. */
@Component
@EnableConfigurationProperties(TransformSettings.class)
final class ProjectTransform implements TransformService {

    private final QuerySettings settings;
    private final ProjectSource source;
    private final TransformEngine engine;
    private final ParsedTrees trees;
    private final RunFiles files;
    private final Clock clock;

    /** @param engine the engine, made when it is first used: showing the graph does not need it */
    ProjectTransform(TransformSettings transform, QuerySettings settings, @Lazy TransformEngine engine, Clock clock) {
        this.settings = settings;
        this.source = new ProjectSource(transform.folder(), settings.lake());
        this.engine = engine;
        this.trees = new ParsedTrees(engine);
        this.files = new RunFiles(transform.target());
        this.clock = clock;
    }

    @Override
    public ProjectState project() {
        try {
            return new ProjectState.Ready(ProjectNodes.of(source.compiled()));
        } catch (ProjectException e) {
            return new ProjectState.Broken(
                    e.errors().stream().map(TransformFailure::of).toList());
        }
    }

    @Override
    public Optional<RunState> lastRun() {
        return files.last();
    }

    @Override
    public Optional<String> tree(String sql) {
        return trees.of(sql);
    }

    @Override
    public RunOutcome run(Optional<String> from, BiConsumer<String, NodeState> listener) {
        try {
            CompiledProject project = source.compiled();
            Optional<Selection> selection = selection(project, from);
            return selection.isPresent()
                    ? run(project, project.plan(selection.get(), Contents.MODELS_AND_TESTS), listener)
                    : failed(
                            "The project has no such model any more.",
                            "Load the page anew to see the project as it is now.");
        } catch (ProjectException e) {
            return new RunOutcome.Failed(TransformFailure.of(e.errors().getFirst()));
        } catch (InterruptedException e) {
            return new RunOutcome.Cancelled();
        } catch (IllegalStateException e) {
            // The compiler throws this when its thread is interrupted.
            return cancelled().orElseThrow(() -> e);
        } catch (IOException e) {
            return cancelled()
                    .orElseGet(() -> failed(
                            "Duckboard cannot write to its home, so it cannot tell whether another run is under way.",
                            "Let it write there, or name another folder in DUCKBOARD_HOME."));
        }
    }

    /** Present if the thread was interrupted while it was not waiting. */
    private static Optional<RunOutcome> cancelled() {
        return Thread.interrupted() ? Optional.of(new RunOutcome.Cancelled()) : Optional.empty();
    }

    private RunOutcome run(CompiledProject project, CompiledPlan plan, BiConsumer<String, NodeState> listener)
            throws IOException, InterruptedException {
        var nodes = new NodeStates(project, listener);
        nodes.begin(plan);
        try (RunLock _ = RunLock.in(settings.home(), () -> {})) {
            RunReport report = new TransformRunner(engine, settings.callsAtOnce(), clock).run(project, plan, nodes);
            files.write(project, report);
            return report.outcome();
        }
    }

    /** Selects the whole project, or a model and everything that depends on it; empty if there is no such model. */
    private static Optional<Selection> selection(CompiledProject project, Optional<String> from) {
        return from.isEmpty()
                ? Optional.of(Selection.ALL)
                : project.models().stream()
                        .filter(model -> model.uniqueId().equals(from.get()))
                        .map(CompiledModel::name)
                        .map(name -> Selection.parse(List.of("model:" + name + "+"), List.of()))
                        .findFirst();
    }

    private static RunOutcome failed(String message, String hint) {
        return new RunOutcome.Failed(TransformFailure.of(message, hint));
    }
}
