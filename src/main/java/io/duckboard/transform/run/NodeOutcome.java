package io.duckboard.transform.run;

import io.duckboard.engine.protocol.Node;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** How a node of a run ended. */
public sealed interface NodeOutcome extends NodeState {

    /**
     * A model was built.
     *
     * @param rows the number of rows; empty for a view
     */
    record Built(OptionalLong rows, Duration elapsed) implements NodeOutcome {}

    /** A test found no rows. */
    record Passed(Duration elapsed) implements NodeOutcome {}

    /**
     * A test found rows that should not be there.
     *
     * @param failures the number of those rows
     * @param rows where the rows are kept, if there was room for them
     */
    record FoundFailures(long failures, Node.Severity severity, Optional<KeptRows> rows, Duration elapsed)
            implements NodeOutcome {

        /** Whether this stops the nodes that depend on the model, and the publishing. */
        public boolean isError() {
            return severity == Node.Severity.ERROR;
        }
    }

    /** A model could not be built, or a test could not be run. */
    record Failed(TransformFailure failure, Duration elapsed) implements NodeOutcome {}

    /** The node was not tried, since something that it depends on failed, or since the run was cancelled. */
    record Skipped() implements NodeOutcome {}
}
