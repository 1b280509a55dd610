package io.duckboard.engine.failure;

import java.io.Serializable;

/**
 * What went wrong, and what to do about it.
 *
 * @param message what happened, a sentence
 * @param hint what to do about it, a sentence; empty if the message is enough
 */
public record Failure(String message, String hint) implements Serializable {

    /** @param beginning text to put before the message */
    public Failure after(String beginning) {
        return new Failure(beginning + message, hint);
    }

    /** Adds this hint if the failure has none. */
    public Failure orHint(String other) {
        return hint.isEmpty() ? new Failure(message, other) : this;
    }

    /** Message and hint, as the terminal and a log show them. */
    public String text() {
        return hint.isEmpty() ? message : message + " " + hint;
    }
}
