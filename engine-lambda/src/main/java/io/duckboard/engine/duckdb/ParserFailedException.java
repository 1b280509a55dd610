package io.duckboard.engine.duckdb;

import java.sql.SQLException;

/** The parser itself failed, as for want of memory: what it says of a text is no exception. */
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
