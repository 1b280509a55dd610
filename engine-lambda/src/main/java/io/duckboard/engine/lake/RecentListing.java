package io.duckboard.engine.lake;

import io.duckboard.engine.discovery.Listing;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The files of a lake without a catalog. Every query has to know them, and the listing of thousands of files can take
 * longer than the query. So a listing counts for some times as long as it took: a small lake is listed before almost
 * every query, and a large one costs each query a fraction of what it would.
 */
final class RecentListing {

    private static final int TIMES_AS_LONG = 5;

    /** Nobody waits longer for a new file to be seen. */
    private static final long LONGEST = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanoseconds;
    private @Nullable Listing listing;
    private long end;

    /** @param nanoseconds a clock that only goes forward */
    RecentListing(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /** @param anew whether what is known is known to be wrong */
    Listing get(Work work, boolean anew) throws LakeException, IOException {
        long begin = nanoseconds.getAsLong();
        if (listing == null || anew || begin - end >= 0) {
            listing = work.list();
            long now = nanoseconds.getAsLong();
            end = now + Math.min(LONGEST, TIMES_AS_LONG * (now - begin));
        }
        return listing;
    }

    @FunctionalInterface
    interface Work {
        Listing list() throws LakeException, IOException;
    }
}
