package io.duckboard.engine.local;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.jr.ob.JSON;

/** A failed invocation in Lambda's format. The stack trace stays with the operator of the function. */
record FunctionError(String errorMessage, String errorType, List<String> stackTrace) {

    static FunctionError of(Throwable thrown) {
        String message = thrown.getMessage();
        return of(thrown.getClass().getName(), message == null ? "" : message);
    }

    static FunctionError answerTooLarge() {
        return of(
                "Function.ResponseSizeTooLarge",
                "Response payload size exceeded maximum allowed payload size (" + Payload.MAX_ANSWER + " bytes).");
    }

    static FunctionError timedOut(String requestId, Duration limit) {
        return of(
                "Sandbox.Timedout",
                String.format(
                        Locale.ROOT,
                        "RequestId: %s Error: Task timed out after %.2f seconds",
                        requestId,
                        limit.toMillis() / 1000.0));
    }

    static FunctionError exited(String requestId, String reason) {
        return of("Runtime.ExitError", "RequestId: " + requestId + " Error: Runtime exited with error: " + reason);
    }

    private static FunctionError of(String type, String message) {
        return new FunctionError(message, type, List.of());
    }

    byte[] json() {
        return JSON.std
                .composeBytes()
                .startObject()
                .put("errorMessage", errorMessage)
                .put("errorType", errorType)
                .putObject("stackTrace", stackTrace)
                .end()
                .finish();
    }
}
