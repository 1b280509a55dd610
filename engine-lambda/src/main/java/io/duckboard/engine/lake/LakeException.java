package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;

/** The lake or its catalog cannot be read. */
public final class LakeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    LakeException(String message, String hint, Throwable cause) {
        super(message, cause);
        this.problem = Problem.of(ErrorCode.LAKE_UNAVAILABLE, message, hint);
    }

    public Problem problem() {
        return problem;
    }
}
