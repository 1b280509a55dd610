package io.duckboard.api;

import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.http.HttpProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Which status of HTTP a query's failure has. */
final class Statuses {

    /** A worker that is busy is soon free. */
    private static final String SOON = "1";

    /** Whoever asks has asked too much, and others are answered. */
    private static final int LIMITED = 429;

    private Statuses() {}

    static int of(ErrorCode code) {
        return switch (code) {
            case SYNTAX, UNKNOWN_NAME, INVALID_REQUEST -> 400;
            case NOT_ALLOWED -> 403;
            case CANCELLED -> 409;
            case RESULT_TOO_LARGE -> 413;
            // The query itself takes more memory than there is: another one may be answered.
            case OUT_OF_MEMORY -> 422;
            case INTERNAL -> 500;
            case LAKE_UNAVAILABLE, LAKE_DENIED, FILE_MISSING, FILE_DAMAGED -> 502;
            case BUSY -> 503;
            case TIMEOUT -> 504;
        };
    }

    static void write(CallFailure failure, HttpServletResponse response) throws IOException {
        switch (failure) {
            case QueryOutcome.Failed(Problem problem) -> write(problem, response);
            case QueryOutcome.Unreachable(var why) -> write(Problem.of(ErrorCode.LAKE_UNAVAILABLE, why), response);
            case QueryOutcome.Limited(var why, var freeIn) -> {
                response.setHeader(
                        "Retry-After", String.valueOf(freeIn.plusMillis(999).toSeconds()));
                new HttpProblem(LIMITED, Problem.of(ErrorCode.BUSY, why)).write(response);
            }
        }
    }

    private static void write(Problem problem, HttpServletResponse response) throws IOException {
        if (problem.code() == ErrorCode.BUSY) {
            response.setHeader("Retry-After", SOON);
        }
        new HttpProblem(of(problem.code()), problem).write(response);
    }
}
