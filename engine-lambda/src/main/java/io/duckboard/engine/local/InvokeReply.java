package io.duckboard.engine.local;

import java.util.Map;

/** The reply to a caller of Invoke. */
record InvokeReply(int status, Map<String, String> headers, Payload body) {

    static InvokeReply of(InvokeError error) {
        return new InvokeReply(error.status(), Map.of("x-amzn-ErrorType", error.type()), new Payload(error.json()));
    }

    /** The function exists and the caller may call it. */
    static InvokeReply dryRun() {
        return new InvokeReply(204, Map.of(), new Payload(new byte[0]));
    }

    static InvokeReply of(Outcome outcome, String requestId) {
        return switch (outcome) {
            case Outcome.Answered(Payload answer) ->
                new InvokeReply(200, Map.of("X-Amz-Executed-Version", InvocationContext.VERSION), answer);
            case Outcome.Errored(Payload error) -> functionError(error);
            case Outcome.InitFailed(Payload error) -> functionError(error);
            case Outcome.TimedOut timedOut -> functionError(FunctionError.timedOut(requestId, timedOut.limit()));
            case Outcome.Exited exited -> functionError(FunctionError.exited(requestId, exited.reason()));
            case Outcome.AnswerTooLarge() -> functionError(FunctionError.answerTooLarge());
            case Outcome.Throttled() -> of(InvokeError.TOO_MANY_REQUESTS);
        };
    }

    private static InvokeReply functionError(FunctionError error) {
        return functionError(new Payload(error.json()));
    }

    private static InvokeReply functionError(Payload error) {
        return new InvokeReply(
                200,
                Map.of("X-Amz-Executed-Version", InvocationContext.VERSION, "X-Amz-Function-Error", "Unhandled"),
                error);
    }
}
