package io.duckboard.mcp;

import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.Problem;
import java.io.Serial;
import java.util.OptionalInt;

/** A tool does not give what it was asked for. An agent reads why, and what to do. */
final class ToolException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** An offset into the agent's SQL in UTF-16 characters; -1 if there is none. */
    private final int position;

    private ToolException(String message, int position) {
        super(message);
        this.position = position;
    }

    ToolException(String message, String hint) {
        this(new Failure(message, hint).text(), -1);
    }

    static ToolException of(CallFailure failure) {
        return switch (failure) {
            case QueryOutcome.Failed(Problem problem) ->
                new ToolException(
                        problem.code() + ": " + problem.failure().text(),
                        problem.position().orElse(-1));
            default -> new ToolException(failure.failure().text(), -1);
        };
    }

    /** Returns the same for SQL before which this many characters were put. */
    ToolException behind(int characters) {
        return new ToolException(String.valueOf(getMessage()), position < characters ? -1 : position - characters);
    }

    OptionalInt position() {
        return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }
}
