package io.duckboard.engine.discovery;

import java.io.IOException;

/** One file cannot be read; the message is a sentence that says why. Others may still be readable. */
public final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
