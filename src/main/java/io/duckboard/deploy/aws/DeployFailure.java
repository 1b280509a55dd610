package io.duckboard.deploy.aws;

import org.jspecify.annotations.Nullable;

/** Something could not be done on AWS; what is there is as it was, or as the message says. */
public final class DeployFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * @param message what happened, a sentence
     * @param hint what to do about it, a sentence
     */
    public DeployFailure(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public DeployFailure(String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
