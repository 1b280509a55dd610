package io.duckboard.sqlpage.tab;

import io.duckboard.database.HomeDatabase;
import io.duckboard.database.StoredText;
import io.duckboard.database.StoredTime;
import io.duckboard.security.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Stores the tabs that each owner has open, from left to right. */
@Repository
public final class EditorTabs {

    /** This is more than a row of tabs can show, and few enough to be read with the page. */
    public static final int MOST_OPEN = 50;

    /** The maximum number of characters of a tab's text, and of its parameters: the database takes no longer text. */
    public static final int MOST_TEXT = 1_048_576;

    /** The row limit of a new tab; the page offers others. */
    public static final int LIMIT = 1_000;

    private static final int MOST_NAME = 200;

    /** People notice sooner than this that they closed a tab by mistake. */
    private static final Duration KEPT_CLOSED = Duration.ofDays(7);

    private static final String COLUMNS = "id, name, text, row_limit, parameters, version";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    public EditorTabs(HomeDatabase database, Clock clock) {
        this.jdbc = database.jdbc();
        this.transactions = database.transactions();
        this.clock = clock;
    }

    public List<EditorTab> of(Owner owner) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM editor_tab WHERE owner = ? AND closed_at IS NULL ORDER BY place, id")
                .params(owner.name())
                .query(EditorTabs::tab)
                .list();
    }

    /** Opens a tab at the end. Returns Opened, TooMany or TooLong. */
    public TabOpening open(Owner owner, String name, String text) {
        if (text.length() > MOST_TEXT) {
            return new TabOpening.TooLong(MOST_TEXT);
        }
        var tab = new EditorTab(
                UUID.randomUUID(), named(name).orElse("Untitled"), StoredText.of(text), LIMIT, Map.of(), 1);
        return whole(() -> {
            if (isFull(owner)) {
                return new TabOpening.TooMany(MOST_OPEN);
            }
            jdbc.sql("INSERT INTO editor_tab (" + COLUMNS + ", owner, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            tab.id(),
                            tab.name(),
                            tab.text(),
                            tab.limit(),
                            TabParameters.json(tab.parameters()),
                            tab.version(),
                            owner.name(),
                            end(owner))
                    .update();
            return new TabOpening.Opened(tab);
        });
    }

    /**
     * Stores the tab's text, limit and parameters if the stored tab still has its version. Name and place have their
     * own methods, so that a tab can be renamed in one window while somebody types in another.
     */
    public TabSave save(Owner owner, EditorTab typed) {
        EditorTab tab = typed.text(StoredText.of(typed.text()));
        String parameters = TabParameters.json(tab.parameters());
        if (tab.text().length() > MOST_TEXT || parameters.length() > MOST_TEXT) {
            return new TabSave.TooLong(MOST_TEXT);
        }
        return whole(() -> {
            int saved = jdbc.sql("""
                            UPDATE editor_tab SET text = ?, row_limit = ?, parameters = ?, version = version + 1
                            WHERE id = ? AND owner = ? AND version = ? AND closed_at IS NULL""")
                    .params(tab.text(), tab.limit(), parameters, tab.id(), owner.name(), tab.version())
                    .update();
            Optional<EditorTab> kept = find(owner, tab.id());
            if (kept.isEmpty()) {
                return new TabSave.Gone();
            }
            return saved == 1 || tab.saysTheSameAs(kept.get())
                    ? new TabSave.Saved(kept.get())
                    : new TabSave.Conflict(kept.get());
        });
    }

    /**
     * @param name a blank name leaves the current one
     * @return empty if the tab was closed meanwhile
     */
    public Optional<EditorTab> rename(Owner owner, UUID id, String name) {
        return whole(() -> {
            named(name)
                    .ifPresent(fit -> jdbc.sql(
                                    "UPDATE editor_tab SET name = ? WHERE id = ? AND owner = ? AND closed_at IS NULL")
                            .params(fit, id, owner.name())
                            .update());
            return find(owner, id);
        });
    }

    /**
     * Moves a tab. A tab that was closed meanwhile stays closed.
     *
     * @param index from the left, from 0; an index beyond the ends means the end
     * @return all open tabs in their new order
     */
    public List<EditorTab> move(Owner owner, UUID id, int index) {
        return whole(() -> {
            var ids = new ArrayList<>(of(owner).stream().map(EditorTab::id).toList());
            if (ids.remove(id)) {
                ids.add(Math.clamp(index, 0, ids.size()), id);
            }
            for (int place = 0; place < ids.size(); place++) {
                jdbc.sql("UPDATE editor_tab SET place = ? WHERE id = ? AND place <> ?")
                        .params(place, ids.get(place), place)
                        .update();
            }
            return of(owner);
        });
    }

    /** Closes a tab. {@link #reopen} can bring it back for a week. */
    public void close(Owner owner, UUID id) {
        jdbc.sql("DELETE FROM editor_tab WHERE owner = ? AND closed_at < ?")
                .params(owner.name(), StoredTime.of(clock.instant().minus(KEPT_CLOSED)))
                .update();
        jdbc.sql("UPDATE editor_tab SET closed_at = ? WHERE id = ? AND owner = ? AND closed_at IS NULL")
                .params(StoredTime.of(clock.instant()), id, owner.name())
                .update();
    }

    /** Opens a closed tab where it was. Returns Opened, TooMany or Gone. A tab that is already open stays open. */
    public TabOpening reopen(Owner owner, UUID id) {
        return whole(() -> {
            if (find(owner, id).isEmpty() && isFull(owner)) {
                return new TabOpening.TooMany(MOST_OPEN);
            }
            jdbc.sql("UPDATE editor_tab SET closed_at = NULL WHERE id = ? AND owner = ?")
                    .params(id, owner.name())
                    .update();
            return find(owner, id).<TabOpening>map(TabOpening.Opened::new).orElseGet(TabOpening.Gone::new);
        });
    }

    private Optional<EditorTab> find(Owner owner, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM editor_tab WHERE id = ? AND owner = ? AND closed_at IS NULL")
                .params(id, owner.name())
                .query(EditorTabs::tab)
                .optional();
    }

    private boolean isFull(Owner owner) {
        return jdbc.sql("SELECT count(*) FROM editor_tab WHERE owner = ? AND closed_at IS NULL")
                        .params(owner.name())
                        .query(Integer.class)
                        .single()
                >= MOST_OPEN;
    }

    private int end(Owner owner) {
        return jdbc.sql("SELECT coalesce(max(place) + 1, 0) FROM editor_tab WHERE owner = ? AND closed_at IS NULL")
                .params(owner.name())
                .query(Integer.class)
                .single();
    }

    private <T> T whole(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }

    /** Makes a name fit for one line; empty if nothing is left of it. */
    private static Optional<String> named(String name) {
        String line = name.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        int end = line.offsetByCodePoints(0, Math.min(MOST_NAME / 2, line.codePointCount(0, line.length())));
        return Optional.of(line.substring(0, end)).filter(fit -> !fit.isEmpty());
    }

    private static EditorTab tab(ResultSet row, int number) throws SQLException {
        return new EditorTab(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("text"),
                row.getInt("row_limit"),
                TabParameters.of(row.getString("parameters")),
                row.getLong("version"));
    }
}
