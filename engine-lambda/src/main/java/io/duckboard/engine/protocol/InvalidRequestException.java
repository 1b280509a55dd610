package io.duckboard.engine.protocol;

/** Thrown for a request that cannot be understood. The message is a sentence for the sender. */
public final class InvalidRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidRequestException(String message) {
        super(message);
    }

    public Problem problem() {
        return Problem.of(ErrorCode.INVALID_REQUEST, String.valueOf(getMessage()));
    }
}
