package io.duckboard.lake.store;

/** Something could not be done to a lake, which is as it was before. */
public final class LakeFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * @param message what happened, a sentence
     * @param hint what to do about it, a sentence
     */
    public LakeFailure(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public LakeFailure(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
