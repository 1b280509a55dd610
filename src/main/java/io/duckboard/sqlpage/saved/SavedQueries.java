package io.duckboard.sqlpage.saved;

import io.duckboard.database.HomeDatabase;
import io.duckboard.database.StoredText;
import io.duckboard.database.StoredTime;
import io.duckboard.security.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Stores the queries that each owner saves, by folder and name. */
@Repository
public final class SavedQueries {

    /** This is more than anybody finds their way in, and few enough to be listed as a whole. */
    public static final int MOST_KEPT = 2_000;

    /**
     * The maximum number of characters of SQL: four times what the engine runs, as scripts hold more than one
     * statement.
     */
    public static final int MOST_SQL = 1_048_576;

    /** People undo within seconds, or after a night. */
    private static final Duration KEPT_DELETED = Duration.ofDays(7);

    private static final String THERE = " FROM saved_query WHERE deleted_at IS NULL AND owner = ?";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    public SavedQueries(HomeDatabase database, Clock clock) {
        this.jdbc = database.jdbc();
        this.transactions = database.transactions();
        this.clock = clock;
    }

    public List<SavedQuery> of(Owner owner) {
        return search(owner, "");
    }

    /**
     * Finds queries that contain this text in their folder, name or SQL, ignoring case, sorted by folder and name.
     *
     * @param text empty for all
     */
    public List<SavedQuery> search(Owner owner, String text) {
        return jdbc.sql("SELECT *" + THERE + """
                         AND (position(lower(?) IN lower(folder || '/' || name)) > 0
                             OR position(lower(?) IN lower(sql_text)) > 0)
                        ORDER BY lower(folder), folder, lower(name)""")
                .params(owner.name(), StoredText.of(text), StoredText.of(text))
                .query(SavedQueries::query)
                .list();
    }

    /** Saves under a new name. Returns Done, NameTaken, TooLong or TooMany. */
    public SavedOutcome save(Owner owner, SavedName name, String sql) {
        if (sql.length() > MOST_SQL) {
            return new SavedOutcome.TooLong(MOST_SQL);
        }
        var query = new SavedQuery(
                UUID.randomUUID(), name.folder(), name.name(), StoredText.of(sql), StoredTime.rounded(clock.instant()));
        return unlessTaken(owner, name, () -> {
            if (count(owner) >= MOST_KEPT) {
                return new SavedOutcome.TooMany(MOST_KEPT);
            }
            jdbc.sql("INSERT INTO saved_query (id, owner, folder, name, sql_text, saved_at) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(
                            query.id(),
                            owner.name(),
                            query.folder(),
                            query.name(),
                            query.sql(),
                            StoredTime.of(query.savedAt()))
                    .update();
            return new SavedOutcome.Done(query);
        });
    }

    /** Replaces the SQL of an existing query. Returns Done, Gone or TooLong. */
    public SavedOutcome replace(Owner owner, UUID id, String sql) {
        if (sql.length() > MOST_SQL) {
            return new SavedOutcome.TooLong(MOST_SQL);
        }
        jdbc.sql("UPDATE saved_query SET sql_text = ?, saved_at = ? WHERE id = ? AND owner = ? AND deleted_at IS NULL")
                .params(StoredText.of(sql), StoredTime.of(clock.instant()), id, owner.name())
                .update();
        return doneIfThere(owner, id);
    }

    /** Gives a query another name, another folder or both. Returns Done, NameTaken or Gone. */
    public SavedOutcome move(Owner owner, UUID id, SavedName name) {
        return unlessTaken(owner, name, () -> {
            jdbc.sql("UPDATE saved_query SET folder = ?, name = ? WHERE id = ? AND owner = ? AND deleted_at IS NULL")
                    .params(name.folder(), name.name(), id, owner.name())
                    .update();
            return doneIfThere(owner, id);
        });
    }

    /** Deletes a query. {@link #restore} can bring it back for a week. */
    public void delete(Owner owner, UUID id) {
        jdbc.sql("DELETE FROM saved_query WHERE owner = ? AND deleted_at < ?")
                .params(owner.name(), StoredTime.of(clock.instant().minus(KEPT_DELETED)))
                .update();
        jdbc.sql("UPDATE saved_query SET deleted_at = ? WHERE id = ? AND owner = ? AND deleted_at IS NULL")
                .params(StoredTime.of(clock.instant()), id, owner.name())
                .update();
    }

    /** Restores a deleted query. Returns Done, NameTaken, TooMany or Gone. */
    public SavedOutcome restore(Owner owner, UUID id) {
        Optional<SavedName> name = jdbc.sql("SELECT folder, name FROM saved_query WHERE owner = ? AND id = ?")
                .params(owner.name(), id)
                .query((row, _) -> new SavedName(row.getString("folder"), row.getString("name")))
                .optional();
        if (name.isEmpty()) {
            return new SavedOutcome.Gone();
        }
        return unlessTaken(owner, name.get(), () -> {
            if (count(owner) >= MOST_KEPT) {
                return new SavedOutcome.TooMany(MOST_KEPT);
            }
            jdbc.sql("UPDATE saved_query SET deleted_at = NULL WHERE owner = ? AND id = ?")
                    .params(owner.name(), id)
                    .update();
            return doneIfThere(owner, id);
        });
    }

    /**
     * Saves all files. Nothing is replaced: a file whose name is taken gets a number behind its name, and a file that
     * is already there with the same SQL is skipped.
     */
    public ImportOutcome add(Owner owner, List<SqlFile> files) {
        int added = 0;
        int there = 0;
        for (SqlFile file : files) {
            switch (add(owner, file)) {
                case SavedOutcome.Done _ -> added++;
                case SavedOutcome.NameTaken _ -> there++;
                case SavedOutcome.TooMany _, SavedOutcome.TooLong _, SavedOutcome.Gone _ -> {
                    return new ImportOutcome(added, there, files.size() - added - there);
                }
            }
        }
        return new ImportOutcome(added, there, 0);
    }

    private SavedOutcome add(Owner owner, SqlFile file) {
        SavedName name = file.name();
        for (int number = 2; ; number++) {
            SavedOutcome outcome = save(owner, name, file.sql());
            if (!(outcome instanceof SavedOutcome.NameTaken(var theirs))
                    || theirs.sql().equals(file.sql())) {
                return outcome;
            }
            name = file.name().numbered(number);
        }
    }

    /** The database ensures that no two queries have the same name, even if two are saved at once. */
    private SavedOutcome unlessTaken(Owner owner, SavedName name, Supplier<SavedOutcome> change) {
        try {
            return transactions.execute(_ -> change.get());
        } catch (DuplicateKeyException e) {
            return find(owner, name)
                    .<SavedOutcome>map(SavedOutcome.NameTaken::new)
                    .orElseThrow(() -> e);
        }
    }

    private SavedOutcome doneIfThere(Owner owner, UUID id) {
        return jdbc.sql("SELECT *" + THERE + " AND id = ?")
                .params(owner.name(), id)
                .query(SavedQueries::query)
                .optional()
                .<SavedOutcome>map(SavedOutcome.Done::new)
                .orElseGet(SavedOutcome.Gone::new);
    }

    private Optional<SavedQuery> find(Owner owner, SavedName name) {
        return jdbc.sql("SELECT *" + THERE + " AND taken = lower(?) || '/' || lower(?)")
                .params(owner.name(), name.folder(), name.name())
                .query(SavedQueries::query)
                .optional();
    }

    private int count(Owner owner) {
        return jdbc.sql("SELECT count(*)" + THERE)
                .params(owner.name())
                .query(Integer.class)
                .single();
    }

    private static SavedQuery query(ResultSet row, int number) throws SQLException {
        return new SavedQuery(
                row.getObject("id", UUID.class),
                row.getString("folder"),
                row.getString("name"),
                row.getString("sql_text"),
                StoredTime.read(row, "saved_at"));
    }
}
