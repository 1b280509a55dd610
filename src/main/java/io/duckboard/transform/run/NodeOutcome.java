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
     * @param rows none of a view
     */
    record Built(OptionalLong rows, Duration elapsed) implements NodeOutcome {}

    /** A test found nothing. */
    record Passed(Duration elapsed) implements NodeOutcome {}

    /**
     * A test found rows that should not be there.
     *
     * @param failures how many they are
     * @param rows where they are kept, if there was room for them
     */
    record FoundFailures(long failures, Node.Severity severity, Optional<KeptRows> rows, Duration elapsed)
            implements NodeOutcome {

        /** Whether it stops what depends on the model, and the publishing. */
        public boolean isError() {
            return severity == Node.Severity.ERROR;
        }
    }

    /** A model could not be built, or a test could not be run. */
    record Failed(TransformFailure failure, Duration elapsed) implements NodeOutcome {}

    /** Not tried, since what it depends on failed, or since the run was ended. */
    record Skipped() implements NodeOutcome {}
}
