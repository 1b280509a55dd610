package io.duckboard.engine.protocol;

import java.util.Optional;

/**
 * What a test of data found.
 *
 * @param failures rows that should not be there
 * @param rows where they are kept, if there are any and room for them
 */
public record TestOutcome(Node.Test test, long failures, Optional<ResultFile> rows) {

    public boolean isPassed() {
        return failures == 0;
    }

    /** Whether it stops what depends on the model, and the publishing. */
    public boolean isError() {
        return failures > 0 && test.severity() == Node.Severity.ERROR;
    }
}
