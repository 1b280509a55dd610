package io.duckboard.transform.app;

import io.duckboard.client.QuerySettings;
import io.duckboard.client.TransformEngine;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.transform.board.Fault;
import io.duckboard.transform.board.NodeState;
import io.duckboard.transform.board.ProjectState;
import io.duckboard.transform.board.RunState;
import io.duckboard.transform.board.Transform;
import io.duckboard.transform.compile.CompiledModel;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.compile.Contents;
import io.duckboard.transform.graph.Selection;
import io.duckboard.transform.project.ProjectException;
import io.duckboard.transform.run.RunLock;
import io.duckboard.transform.run.RunReport;
import io.duckboard.transform.run.TransformRunner;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The project in the folder that the settings name, run by the engine that pages ask. */
@Component
final class ProjectTransform implements Transform {

    private final QuerySettings settings;
    private final ProjectSource source;
    private final TransformEngine engine;
    private final ParsedTrees trees;
    private final RunFiles files;
    private final Clock clock;

    /** @param engine made when it is first used: who only looks at the drawing needs none */
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
            return new ProjectState.Ready(ProjectBoard.of(source.compiled()));
        } catch (ProjectException e) {
            return new ProjectState.Broken(Faults.of(e));
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
    public RunState.End run(Optional<String> from, BiConsumer<String, NodeState> listener) {
        try {
            CompiledProject project = source.compiled();
            Optional<Selection> selection = selection(project, from);
            return selection.isPresent()
                    ? run(project, project.plan(selection.get(), Contents.MODELS_AND_TESTS), listener)
                    : failed(new Fault(
                            Optional.empty(),
                            "The project has no such model any more.",
                            "Load the page anew to see the project as it is now."));
        } catch (ProjectException e) {
            return failed(Faults.of(e).getFirst());
        } catch (InterruptedException e) {
            return new RunState.End.Cancelled(clock.instant());
        } catch (IllegalStateException e) {
            // What the compiler says of an interrupt.
            return cancelled().orElseThrow(() -> e);
        } catch (IOException e) {
            return cancelled()
                    .orElseGet(() -> failed(new Fault(
                            Optional.empty(),
                            "Duckboard cannot write to its home, so it cannot tell whether another run is under way.",
                            "Let it write there, or name another folder in DUCKBOARD_HOME.")));
        }
    }

    /** Where the thread was interrupted while it did something else than wait. */
    private Optional<RunState.End> cancelled() {
        return Thread.interrupted() ? Optional.of(new RunState.End.Cancelled(clock.instant())) : Optional.empty();
    }

    private RunState.End run(CompiledProject project, CompiledPlan plan, BiConsumer<String, NodeState> listener)
            throws IOException, InterruptedException {
        var nodes = new NodeReport(project, listener);
        nodes.begin(plan);
        try (RunLock _ = RunLock.in(settings.home(), () -> {})) {
            RunReport report = new TransformRunner(engine, settings.callsAtOnce(), clock).run(plan, nodes);
            files.write(project, report);
            return Ends.of(report.end(), clock.instant());
        }
    }

    /** All of it, or a model and what is made of it; empty where it has no such model. */
    private static Optional<Selection> selection(CompiledProject project, Optional<String> from) {
        return from.isEmpty()
                ? Optional.of(Selection.ALL)
                : project.models().stream()
                        .filter(model -> model.uniqueId().equals(from.get()))
                        .map(CompiledModel::name)
                        .map(name -> Selection.parse(List.of("model:" + name + "+"), List.of()))
                        .findFirst();
    }

    private RunState.End failed(Fault fault) {
        return new RunState.End.Failed(clock.instant(), fault);
    }
}
