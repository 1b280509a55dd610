package io.duckboard.transform.state;

import io.duckboard.transform.run.NodeState;
import io.duckboard.transform.run.RunOutcome;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads the project and runs it. */
public interface TransformService {

    /** Reads and compiles the project as it is now. */
    ProjectState project();

    /** How the last run went that left its results in the project's folder. */
    Optional<RunState> lastRun();

    /**
     * Runs and tests, until the run has ended or the calling thread is interrupted.
     *
     * @param from id of the node to begin with, and all that depends on it; empty for all of the project
     * @param listener told of every node of the run, first of all that they wait; on any thread
     */
    RunOutcome run(Optional<String> from, BiConsumer<String, NodeState> listener);

    /** The tree that the engine's parser makes of a SELECT; empty if it makes none. */
    Optional<String> tree(String sql);
}
