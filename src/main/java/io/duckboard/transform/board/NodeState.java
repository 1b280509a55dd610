package io.duckboard.transform.board;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** How a model or a test fared in a run. */
public sealed interface NodeState {

    record Waiting() implements NodeState {}

    record Running() implements NodeState {}

    /** @param rows none of a view */
    record Built(OptionalLong rows, Duration elapsed) implements NodeState {}

    record Passed(Duration elapsed) implements NodeState {}

    /**
     * Rows were found that should not be there.
     *
     * @param isError whether that holds back what depends on the model
     * @param rows the whole answer that holds them, as long as it is kept
     */
    record Found(long failures, boolean isError, Optional<UUID> rows) implements NodeState {}

    record Failed(Fault fault) implements NodeState {}

    /** Not tried, since what it depends on failed, or since the run was ended. */
    record Skipped() implements NodeState {}
}
