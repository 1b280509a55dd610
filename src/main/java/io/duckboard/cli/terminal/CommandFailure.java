package io.duckboard.cli.terminal;

/**
 * A command could not do what it was asked. It is told in one line (message, then hint) and the exit code is not 0;
 * nobody sees a stack trace.
 */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * @param message what happened, a sentence
     * @param hint what to do about it, a sentence
     */
    public CommandFailure(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public CommandFailure(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
