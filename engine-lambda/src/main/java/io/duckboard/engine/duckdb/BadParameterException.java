package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;

/** Thrown if the value of a parameter does not fit its type. */
final class BadParameterException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    BadParameterException(String name, String expected, Throwable cause) {
        super(name, cause);
        this.problem =
                Problem.of(ErrorCode.INVALID_REQUEST, "The value of parameter '" + name + "' is no " + expected + ".");
    }

    Problem problem() {
        return problem;
    }
}
