package io.duckboard.engine.guard;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;

/** Thrown for a text that may not run. It never leaves this package. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    static RefusedException notAllowed(String message, String hint) {
        return new RefusedException(Problem.of(ErrorCode.NOT_ALLOWED, message, hint));
    }

    static RefusedException invalid(String message, String hint) {
        return new RefusedException(Problem.of(ErrorCode.INVALID_REQUEST, message, hint));
    }

    RefusedException at(int offset) {
        return new RefusedException(problem.at(offset));
    }

    Problem problem() {
        return problem;
    }
}
