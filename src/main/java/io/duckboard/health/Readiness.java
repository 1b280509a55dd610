package io.duckboard.health;

import io.duckboard.client.QueryEngine;
import io.duckboard.database.HomeDatabase;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;

/**
 * Whether the app can do its work: it is not on its way down, its database answers, and its engine takes calls as far as
 * that is known without a call. A deployed function is never woken for it.
 */
final class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    /** Strangers may ask as often as they like, and the database is asked no more often than this. */
    private static final long KEPT = Duration.ofSeconds(1).toNanos();

    private final ApplicationAvailability availability;
    private final HomeDatabase database;
    private final QueryEngine engine;
    private final LongSupplier nanoseconds;
    private Look last;

    Readiness(
            ApplicationAvailability availability, HomeDatabase database, QueryEngine engine, LongSupplier nanoseconds) {
        this.availability = availability;
        this.database = database;
        this.engine = engine;
        this.nanoseconds = nanoseconds;
        this.last = new Look(nanoseconds.getAsLong() - KEPT, false);
    }

    boolean isReady() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                && engine.isReady()
                && databaseAnswers();
    }

    private synchronized boolean databaseAnswers() {
        long now = nanoseconds.getAsLong();
        if (now - last.at() >= KEPT) {
            last = new Look(now, looked());
        }
        return last.answered();
    }

    private boolean looked() {
        try {
            database.jdbc().sql("SELECT 1").query(Integer.class).single();
            return true;
        } catch (DataAccessException e) {
            LOG.warn("the database does not answer: {}", e.getMessage());
            return false;
        }
    }

    private record Look(long at, boolean answered) {}
}
