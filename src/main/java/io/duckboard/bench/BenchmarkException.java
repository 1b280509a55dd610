package io.duckboard.bench;

/** There is nothing to compare: a way of asking failed, or two of them differ. */
public final class BenchmarkException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String hint;

    /** @param hint what to do about it; may be empty */
    public BenchmarkException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    BenchmarkException(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
