package io.duckboard.transform.artifacts;

import io.duckboard.transform.run.NodeOutcome;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a node ended, in dbt's words. */
enum ResultStatus {
    /** A model was built. */
    SUCCESS,
    PASS,
    /** A test found rows, and is configured only to warn. */
    WARN,
    /** A test found rows. */
    FAIL,
    /** The node could not be run. */
    ERROR,
    /** The node was not tried, since something that it depends on failed. */
    SKIPPED;

    static ResultStatus of(NodeOutcome outcome) {
        return switch (outcome) {
            case NodeOutcome.Built _ -> SUCCESS;
            case NodeOutcome.Passed _ -> PASS;
            case NodeOutcome.FoundFailures found -> found.isError() ? FAIL : WARN;
            case NodeOutcome.Failed _ -> ERROR;
            case NodeOutcome.Skipped _ -> SKIPPED;
        };
    }

    String dbtName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the status of that name; empty if Duckboard has no such outcome. */
    static Optional<ResultStatus> named(String dbtName) {
        return dbtName.equals("runtime error")
                ? Optional.of(ERROR)
                : Stream.of(values())
                        .filter(status -> status.dbtName().equals(dbtName))
                        .findFirst();
    }
}
