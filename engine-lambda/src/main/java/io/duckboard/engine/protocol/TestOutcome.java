package io.duckboard.engine.protocol;

import java.util.Optional;

/**
 * The result of a data test.
 *
 * @param failures the number of rows that should not exist
 * @param rows where they are kept, if there are any and there is room for them
 */
public record TestOutcome(Node.Test test, long failures, Optional<ResultFile> rows) {

    public boolean isPassed() {
        return failures == 0;
    }

    /** Whether it prevents publishing and the building of what depends on the model. */
    public boolean isError() {
        return failures > 0 && test.severity() == Node.Severity.ERROR;
    }
}
