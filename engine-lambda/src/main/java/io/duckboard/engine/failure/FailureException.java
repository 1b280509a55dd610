package io.duckboard.engine.failure;

import org.jspecify.annotations.Nullable;

/** Thrown if something could not be done. The user sees the failure and never the stack trace. */
public class FailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    public FailureException(Failure failure) {
        this(failure, null);
    }

    public FailureException(Failure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    public FailureException(String message, String hint) {
        this(message, hint, null);
    }

    public FailureException(String message, String hint, @Nullable Throwable cause) {
        this(new Failure(message, hint), cause);
    }

    public Failure failure() {
        return failure;
    }

    /** What to do about it; may be empty. */
    public String hint() {
        return failure.hint();
    }
}
