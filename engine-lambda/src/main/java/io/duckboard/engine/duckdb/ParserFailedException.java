package io.duckboard.engine.duckdb;

import java.sql.SQLException;

/**
 * Thrown if the parser itself failed, for example for lack of memory. What the parser says about a text is not an
 * exception.
 */
final class ParserFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException failure;

    ParserFailedException(SQLException failure) {
        super(failure);
        this.failure = failure;
    }

    SQLException failure() {
        return failure;
    }
}
