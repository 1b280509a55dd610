package io.duckboard.query;

import java.io.IOException;
import java.nio.file.Path;

/** There is no engine to start with; {@link #getMessage()} says what is wrong and what to do, for the terminal. */
public final class EngineUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String hint;

    private EngineUnavailableException(String what, String hint, Throwable cause) {
        super(hint.isEmpty() ? what : what + " " + hint, cause);
        this.what = what;
        this.hint = hint;
    }

    static EngineUnavailableException noRegion(String function, Throwable cause) {
        return new EngineUnavailableException(
                "The function " + function + " cannot be called without a region.",
                "Set AWS_REGION or AWS_PROFILE.",
                cause);
    }

    static EngineUnavailableException noLake(IllegalArgumentException cause) {
        return new EngineUnavailableException(String.valueOf(cause.getMessage()), "", cause);
    }

    static EngineUnavailableException cannotWrite(Path home, IOException cause) {
        return new EngineUnavailableException(
                "Nothing can be written in " + home + " (" + cause.getMessage() + ").",
                "Make room or give rights there, or name another folder in DUCKBOARD_HOME.",
                cause);
    }

    /** What happened, a sentence. */
    public String what() {
        return what;
    }

    /** What to do about it; empty where {@link #what()} says it all. */
    public String hint() {
        return hint;
    }
}
