package io.duckboard.query;

/** There is no engine to start with; the message says what is wrong and what to do, for the terminal. */
public final class EngineUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EngineUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
