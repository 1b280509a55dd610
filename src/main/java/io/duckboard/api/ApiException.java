package io.duckboard.api;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.http.HttpProblem;

/** A request that is not answered, with what its sender is told. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HttpProblem problem;

    ApiException(int status, ErrorCode code, String message, String hint) {
        this(new HttpProblem(status, Problem.of(code, message, hint)));
    }

    ApiException(HttpProblem problem) {
        super(problem.problem().message());
        this.problem = problem;
    }

    HttpProblem problem() {
        return problem;
    }
}
