package io.duckboard.engine.failure;

import java.io.Serializable;

/**
 * What went wrong, and what to do about it.
 *
 * @param message what happened, a sentence
 * @param hint what to do about it, a sentence; empty where the message says it all
 */
public record Failure(String message, String hint) implements Serializable {

    /** @param beginning what the message goes on from */
    public Failure after(String beginning) {
        return new Failure(beginning + message, hint);
    }

    /** With another hint where this has none. */
    public Failure orHint(String other) {
        return hint.isEmpty() ? new Failure(message, other) : this;
    }

    /** Both, as the terminal and a log show them. */
    public String text() {
        return hint.isEmpty() ? message : message + " " + hint;
    }
}
