package io.duckboard.sqlpage.history;

import io.duckboard.client.QueryOutcome;
import io.duckboard.database.HomeDatabase;
import io.duckboard.database.StoredText;
import io.duckboard.database.StoredTime;
import io.duckboard.security.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores every run of each owner, the newest first. */
@Repository
public final class History {

    /** This is half a year of work with a run every five minutes, and a search in it is still fast. */
    public static final int MOST_KEPT = 10_000;

    /** The engine runs nothing longer. The beginning of a longer text shows what it was. */
    private static final int MOST_SQL = 256 * 1024;

    private static final int PAGE = 100;

    /** No function at AWS runs longer, so nobody will hear of such a run. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Compares texts, not patterns: a per cent sign stands for itself. */
    private static final String FOUND = " FROM history WHERE owner = ? AND position(lower(?) IN lower(sql_text)) > 0";

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Marks runs that were still running when the app last ended as interrupted, since nobody has heard of them since.
     * In a database that apps share they may run in another app; there, those are shown so that are too old for it.
     */
    public History(HomeDatabase database, Clock clock) {
        this.jdbc = database.jdbc();
        this.clock = clock;
        if (!database.isShared()) {
            jdbc.sql("UPDATE history SET outcome = ? WHERE outcome = ?")
                    .params(HistoryOutcome.INTERRUPTED.name(), HistoryOutcome.RUNNING.name())
                    .update();
        }
    }

    /** Records that a query starts, and forgets the oldest runs beyond {@link #MOST_KEPT}. */
    public void started(Owner owner, UUID queryId, String sql) {
        jdbc.sql("INSERT INTO history (query_id, owner, started_at, sql_text, outcome) VALUES (?, ?, ?, ?, ?)")
                .params(
                        queryId,
                        owner.name(),
                        StoredTime.of(clock.instant()),
                        StoredText.of(sql.substring(0, Math.min(sql.length(), MOST_SQL))),
                        HistoryOutcome.RUNNING.name())
                .update();
        jdbc.sql("""
                        DELETE FROM history WHERE owner = ? AND number <= (
                            SELECT number FROM history WHERE owner = ?
                            ORDER BY owner, number DESC OFFSET ? ROWS FETCH NEXT 1 ROW ONLY)""").params(owner.name(), owner.name(), MOST_KEPT).update();
    }

    /** Records that a query has ended. Does nothing if the run was forgotten meanwhile. */
    public void ended(UUID queryId, QueryOutcome outcome) {
        RunEnd end = RunEnd.of(outcome);
        Optional<Instant> startedAt = jdbc.sql("SELECT started_at FROM history WHERE query_id = ?")
                .params(queryId)
                .query((row, _) -> StoredTime.read(row, "started_at"))
                .optional();
        startedAt.ifPresent(start -> jdbc.sql("""
                        UPDATE history SET outcome = ?, message = ?, took_ns = ?, row_count = ?, usd = ?
                        WHERE query_id = ?""")
                .param(end.outcome().name())
                .param(end.message().orElse(null))
                .param(end.took()
                        .orElseGet(() -> Duration.between(start, clock.instant()))
                        .toNanos())
                .param(end.rows().isPresent() ? end.rows().getAsLong() : null)
                .param(end.usd().orElse(null))
                .param(queryId)
                .update());
    }

    /**
     * Finds runs whose SQL contains this text, ignoring case, the newest first.
     *
     * @param text empty for all
     */
    public List<HistoryEntry> search(Owner owner, String text, int offset, int limit) {
        return jdbc.sql("SELECT *" + FOUND + " ORDER BY owner, number DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")
                .params(owner.name(), StoredText.of(text), offset, limit)
                .query(this::entry)
                .list();
    }

    /** Reads all runs, the newest first, with a hundred at a time in memory: each may be as long as SQL gets. */
    public void forEach(Owner owner, Consumer<HistoryEntry> reader) {
        long before = Long.MAX_VALUE;
        List<Numbered> page;
        do {
            page = jdbc.sql(
                            "SELECT * FROM history WHERE owner = ? AND number < ? ORDER BY owner, number DESC FETCH NEXT ? ROWS ONLY")
                    .params(owner.name(), before, PAGE)
                    .query((row, number) -> new Numbered(row.getLong("number"), entry(row, number)))
                    .list();
            page.forEach(numbered -> reader.accept(numbered.entry()));
            before = page.isEmpty() ? before : page.getLast().number();
        } while (page.size() == PAGE);
    }

    private record Numbered(long number, HistoryEntry entry) {}

    /** Returns how many runs {@link #search} finds in all. */
    public int count(Owner owner, String text) {
        return jdbc.sql("SELECT count(*)" + FOUND)
                .params(owner.name(), StoredText.of(text))
                .query(Integer.class)
                .single();
    }

    public void forget(Owner owner, UUID queryId) {
        jdbc.sql("DELETE FROM history WHERE owner = ? AND query_id = ?")
                .params(owner.name(), queryId)
                .update();
    }

    public void forgetAll(Owner owner) {
        jdbc.sql("DELETE FROM history WHERE owner = ?").params(owner.name()).update();
    }

    private HistoryEntry entry(ResultSet row, int number) throws SQLException {
        @Nullable Long took = row.getObject("took_ns", Long.class);
        @Nullable Long rows = row.getObject("row_count", Long.class);
        Instant startedAt = StoredTime.read(row, "started_at");
        return new HistoryEntry(
                row.getObject("query_id", UUID.class),
                startedAt,
                row.getString("sql_text"),
                outcome(HistoryOutcome.valueOf(row.getString("outcome")), startedAt),
                Optional.ofNullable(row.getString("message")),
                Optional.ofNullable(took).map(Duration::ofNanos),
                rows == null ? OptionalLong.empty() : OptionalLong.of(rows),
                Optional.ofNullable(row.getBigDecimal("usd")).map(usd -> usd.stripTrailingZeros()));
    }

    private HistoryOutcome outcome(HistoryOutcome kept, Instant startedAt) {
        return kept == HistoryOutcome.RUNNING
                        && startedAt.isBefore(clock.instant().minus(LONGEST))
                ? HistoryOutcome.INTERRUPTED
                : kept;
    }
}
