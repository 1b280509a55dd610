package io.duckboard.transform.state;

import io.duckboard.transform.run.NodeState;
import io.duckboard.transform.run.RunOutcome;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads the project and runs it. */
public interface TransformService {

    /** Reads and compiles the project from its current files. */
    ProjectState project();

    /** Returns the last run that left its results in the project's folder. */
    Optional<RunState> lastRun();

    /**
     * Builds and tests until the run has ended or the calling thread is interrupted.
     *
     * @param from id of the node to begin with, followed by everything that depends on it; empty for the whole project
     * @param listener receives every state of the run's nodes, first that each waits; on any thread
     */
    RunOutcome run(Optional<String> from, BiConsumer<String, NodeState> listener);

    /** Returns the tree that the engine's parser makes of a SELECT; empty if it makes none. */
    Optional<String> tree(String sql);
}
