package io.duckboard.engine.protocol;

/** A request that cannot be understood; the message is a sentence for whoever sent it. */
public final class InvalidRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidRequestException(String message) {
        super(message);
    }

    public Problem problem() {
        return Problem.of(ErrorCode.INVALID_REQUEST, String.valueOf(getMessage()));
    }
}
