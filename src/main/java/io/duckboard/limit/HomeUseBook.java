package io.duckboard.limit;

import io.duckboard.database.HomeDatabase;
import io.duckboard.security.Owner;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps in the home what people use, so that a restart of the app gives nobody more. */
final class HomeUseBook implements UseBook {

    private static final Logger LOG = LoggerFactory.getLogger(HomeUseBook.class);

    private final JdbcClient jdbc;
    private final boolean isShared;

    HomeUseBook(HomeDatabase database) {
        this.jdbc = database.jdbc();
        this.isShared = database.isShared();
    }

    /**
     * {@inheritDoc}
     *
     * <p>A clock may have been set back by some hours since something was kept. If it lies by days, it was wrong, and
     * what is kept counts for the stated day.
     */
    @Override
    public LocalDate open(LocalDate stated) {
        try {
            return lastOf(stated);
        } catch (DataAccessException e) {
            LOG.error("what people have used cannot be read", e);
            return stated;
        }
    }

    private LocalDate lastOf(LocalDate stated) {
        LocalDate last = jdbc.sql("SELECT max(used_on) FROM day_of_use")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(stated);
        if (last.isAfter(stated.plusDays(1))) {
            of("used_on > ?", stated).forEach((owner, used) -> add(stated, owner, used));
            jdbc.sql("DELETE FROM day_of_use WHERE used_on > ?").params(stated).update();
            return stated;
        }
        return last.isAfter(stated) ? last : stated;
    }

    @Override
    public Map<Owner, Used> turnTo(LocalDate day) {
        try {
            jdbc.sql("DELETE FROM day_of_use WHERE used_on <> ?").params(day).update();
            return of("used_on = ?", day);
        } catch (DataAccessException e) {
            LOG.error("what people have used on {} cannot be read", day, e);
            return Map.of();
        }
    }

    private Map<Owner, Used> of(String days, LocalDate day) {
        Map<Owner, Used> found = new HashMap<>();
        jdbc.sql("SELECT owner, bytes, usd FROM day_of_use WHERE " + days)
                .params(day)
                .query(row -> {
                    found.merge(
                            new Owner(row.getString("owner")),
                            new Used(row.getLong("bytes"), row.getBigDecimal("usd")),
                            Used::plus);
                });
        return found;
    }

    /** If it cannot be written, the app goes on counting for as long as it runs. */
    @Override
    public Optional<Used> note(LocalDate day, Owner owner, Used more) {
        try {
            add(day, owner, more);
            return isShared ? inAll(day, owner) : Optional.empty();
        } catch (DataAccessException e) {
            LOG.error("what {} has used cannot be kept, and is forgotten if Duckboard ends now", owner.name(), e);
            return Optional.empty();
        }
    }

    private Optional<Used> inAll(LocalDate day, Owner owner) {
        return jdbc.sql("SELECT bytes, usd FROM day_of_use WHERE owner = ? AND used_on = ?")
                .params(owner.name(), day)
                .query((row, _) -> new Used(row.getLong("bytes"), row.getBigDecimal("usd")))
                .optional();
    }

    private void add(LocalDate day, Owner owner, Used more) {
        if (!addToRow(day, owner, more)) {
            try {
                jdbc.sql("INSERT INTO day_of_use (owner, used_on, bytes, usd) VALUES (?, ?, ?, ?)")
                        .params(owner.name(), day, more.bytes(), more.usd())
                        .update();
            } catch (DuplicateKeyException e) {
                LOG.debug("another query has ended at the same time", e);
                addToRow(day, owner, more);
            }
        }
    }

    private boolean addToRow(LocalDate day, Owner owner, Used more) {
        return jdbc.sql("UPDATE day_of_use SET bytes = bytes + ?, usd = usd + ? WHERE owner = ? AND used_on = ?")
                        .params(more.bytes(), more.usd(), owner.name(), day)
                        .update()
                > 0;
    }
}
