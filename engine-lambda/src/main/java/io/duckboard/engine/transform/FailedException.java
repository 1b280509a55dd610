package io.duckboard.engine.transform;

import io.duckboard.engine.duckdb.Result;
import io.duckboard.engine.protocol.Problem;

/** Thrown if a step of the transform failed. */
final class FailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    FailedException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    static FailedException of(Result result) {
        return of(result, 0);
    }

    /** @param before the number of characters that the engine put before the text of the model */
    static FailedException of(Result result, int before) {
        return new FailedException(
                switch (result) {
                    case Result.Failed(Problem problem, boolean unexpected) -> moved(problem, before);
                    case Result.Outdated(Problem problem) -> moved(problem, before);
                    case Result.Rows rows -> throw new IllegalArgumentException("Rows are no failure");
                    case Result.Unchanged unchanged -> throw new IllegalArgumentException("No answer is held here");
                    case Result.Exported exported -> throw new IllegalArgumentException("A file is no failure");
                });
    }

    private static Problem moved(Problem problem, int before) {
        if (problem.position().isEmpty()) {
            return problem;
        }
        int position = problem.position().getAsInt() - before;
        return position < 0 ? problem.nowhere() : problem.at(position);
    }
}
