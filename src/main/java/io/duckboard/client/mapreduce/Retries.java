package io.duckboard.client.mapreduce;

import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides when a failed call is repeated: only if the engine, and not the query, was at fault.
 *
 * @param attempts the total number of attempts, at least one
 * @param first the wait before the second attempt; each later wait is twice as long
 */
public record Retries(int attempts, Duration first) {

    /** These waits are long enough for Lambda's own throttling of a burst to pass. */
    public static final Retries DEFAULT = new Retries(5, Duration.ofMillis(200));

    static boolean mayPass(CallFailure failure) {
        return switch (failure) {
            case QueryOutcome.Unreachable unreachable -> true;
            case QueryOutcome.Limited limited -> false;
            case QueryOutcome.Failed(var problem) ->
                switch (problem.code()) {
                    // From outside, a crash looks like INTERNAL.
                    case BUSY, INTERNAL, LAKE_UNAVAILABLE -> true;
                    // A timeout is not repeated either, since the slow query would be paid for again.
                    case SYNTAX,
                            UNKNOWN_NAME,
                            NOT_ALLOWED,
                            INVALID_REQUEST,
                            TIMEOUT,
                            CANCELLED,
                            OUT_OF_MEMORY,
                            RESULT_TOO_LARGE,
                            LAKE_DENIED,
                            FILE_MISSING,
                            FILE_DAMAGED -> false;
                };
        };
    }

    /**
     * Returns the wait before an attempt. It is random, so that calls which were refused together do not come back
     * together.
     */
    Duration before(int attempt) {
        long longest = first.toMillis() << (attempt - 2);
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }
}
