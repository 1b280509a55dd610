package io.duckboard.engine.lake;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.io.IOException;

/** Thrown if the lake or its catalog cannot be read. */
public final class LakeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public LakeException(Problem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    LakeException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    static LakeException unavailable(String message, String hint, Throwable cause) {
        return new LakeException(Problem.of(ErrorCode.LAKE_UNAVAILABLE, message, hint), cause);
    }

    /** The exception that caused a failure, or one that says that the lake cannot be read. */
    static LakeException of(IOException failure, String message, String hint) {
        return failure.getCause() instanceof LakeException cause ? cause : unavailable(message, hint, failure);
    }

    /** The files that a run built have disappeared. */
    static LakeException gone(Throwable cause) {
        return new LakeException(
                Problem.of(
                        ErrorCode.FILE_MISSING,
                        "A file of this run is gone from the lake.",
                        "It was removed since it was built: run again."),
                cause);
    }

    public Problem problem() {
        return problem;
    }
}
