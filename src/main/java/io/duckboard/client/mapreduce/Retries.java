package io.duckboard.client.mapreduce;

import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a call that failed is made again: where the engine, and not the query, was at fault.
 *
 * @param attempts in all, at least one
 * @param first wait before the second attempt; each later one is twice as long
 */
public record Retries(int attempts, Duration first) {

    /** Over these, Lambda's own throttling of a burst has passed. */
    public static final Retries DEFAULT = new Retries(5, Duration.ofMillis(200));

    static boolean mayPass(CallFailure failure) {
        return switch (failure) {
            case QueryOutcome.Unreachable unreachable -> true;
            case QueryOutcome.Failed(var problem) ->
                switch (problem.code()) {
                    // INTERNAL is how a crash looks from outside.
                    case BUSY, INTERNAL, LAKE_UNAVAILABLE -> true;
                    // A timeout too: the slow query would be paid for again.
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

    /** Not the same for all, or those who were refused together would come back together. */
    Duration before(int attempt) {
        long longest = first.toMillis() << (attempt - 2);
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }
}
