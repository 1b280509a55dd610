package io.duckboard.calls;

import io.duckboard.client.FinishedCall;
import io.duckboard.client.QueryService;
import io.duckboard.database.HomeDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * What the calls of each day of UTC have cost, which a restart does not forget. It is written down some seconds later,
 * so that no answer waits for it; a crash loses those seconds.
 */
@Component
public final class Spending implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Spending.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final HomeDatabase database;
    private final Clock clock;
    private final Map<LocalDate, BigDecimal> unsaved = new TreeMap<>();
    private boolean isDue;

    public Spending(HomeDatabase database, QueryService queries, Clock clock) {
        this.database = database;
        this.clock = clock;
        queries.onFinished(this::add);
    }

    /** US dollars. */
    public BigDecimal today() {
        return since(day());
    }

    /** US dollars of the month of the calendar. */
    public BigDecimal month() {
        return since(day().withDayOfMonth(1));
    }

    synchronized void add(FinishedCall call) {
        if (call.dollars().signum() > 0) {
            unsaved.merge(day(), call.dollars(), BigDecimal::add);
            if (!isDue) {
                isDue = true;
                Thread.ofVirtual().name("spending").start(this::saveSoon);
            }
        }
    }

    private synchronized BigDecimal since(LocalDate first) {
        BigDecimal saved = database.jdbc()
                .sql("SELECT coalesce(sum(usd), 0) FROM spending WHERE spent_on >= ?")
                .param(first)
                .query(BigDecimal.class)
                .single();
        return unsaved.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(first))
                .map(Map.Entry::getValue)
                .reduce(saved, BigDecimal::add);
    }

    private void saveSoon() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        save();
    }

    /** What cannot be written now is written with the next call's. */
    private synchronized void save() {
        isDue = false;
        if (unsaved.isEmpty()) {
            return;
        }
        try {
            for (Map.Entry<LocalDate, BigDecimal> day : Map.copyOf(unsaved).entrySet()) {
                save(day.getKey(), day.getValue());
                unsaved.remove(day.getKey());
            }
        } catch (DataAccessException e) {
            LOG.warn("what calls cost could not be written: {}", e.getMessage());
        }
    }

    private void save(LocalDate day, BigDecimal dollars) {
        if (!addToRow(day, dollars)) {
            try {
                database.jdbc()
                        .sql("INSERT INTO spending (spent_on, usd) VALUES (?, ?)")
                        .params(day, dollars)
                        .update();
            } catch (DuplicateKeyException e) {
                LOG.debug("another app has begun the day at the same time", e);
                addToRow(day, dollars);
            }
        }
    }

    private boolean addToRow(LocalDate day, BigDecimal dollars) {
        return database.jdbc()
                        .sql("UPDATE spending SET usd = usd + ? WHERE spent_on = ?")
                        .params(dollars, day)
                        .update()
                > 0;
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public void close() {
        save();
    }
}
