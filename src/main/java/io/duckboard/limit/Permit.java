package io.duckboard.limit;

import io.duckboard.security.Owner;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody's query that is under way, and counts until it is closed. */
public final class Permit implements AutoCloseable {

    private final Limits limits;
    private final Owner owner;
    private final Allowance allowance;
    private final long begun;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    /** @param begun in nanoseconds of the limits' clock */
    Permit(Limits limits, Owner owner, Allowance allowance, long begun) {
        this.limits = limits;
        this.owner = owner;
        this.allowance = allowance;
        this.begun = begun;
    }

    /** Returns how long the query may take; empty if as long as the engine lets it. */
    public Optional<Duration> longest() {
        return allowance.longest();
    }

    /** Counts what the query has used for its day. */
    public void used(long bytes, BigDecimal usd) {
        if (allowance.isBoundByDay()) {
            limits.use(owner, new Used(bytes, usd));
        }
    }

    /** Takes the query as not asked, since its answer was known. */
    public void takeBack() {
        limits.takeBack(owner, begun);
    }

    @Override
    public void close() {
        if (!isClosed.getAndSet(true)) {
            limits.ended(owner);
        }
    }
}
