package io.duckboard.engine.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The time before a function's first call, which Lambda bills with that call. */
final class ColdStart {

    private ColdStart() {}

    /**
     * Zero where the function was made ready ahead of its calls, by SnapStart or provisioned concurrency.
     *
     * @param ready when the handler could take its first call
     */
    static Duration billed(Map<String, String> environment, Instant ready) {
        boolean ahead = !environment
                .getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")
                .equals("on-demand");
        return ahead
                ? Duration.ZERO
                : ProcessHandle.current()
                        .info()
                        .startInstant()
                        .map(start -> Duration.between(start, ready))
                        .filter(Duration::isPositive)
                        .orElse(Duration.ZERO);
    }
}
