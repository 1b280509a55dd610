package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Catalog;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lake's tables as the database shows them: a view for each. A table with a bad file spoils no other. */
public final class LakeViews {

    private final Database database;
    private final Path lake;
    private final Set<String> shown = new HashSet<>();
    private final Map<String, Problem> broken = new HashMap<>();

    public LakeViews(Database database, Path lake) {
        this.database = database;
        this.lake = lake;
    }

    /** Makes the views those of {@code catalog}. */
    public void show(Catalog catalog) throws SQLException {
        broken.clear();
        var old = new HashSet<>(shown);
        for (Catalog.Table table : catalog.tables()) {
            String statement = TableView.create(table, lake);
            try {
                database.change(statement);
                shown.add(table.name());
                old.remove(table.name());
            } catch (SQLException e) {
                broken.put(table.name(), problem(table, DuckDbErrors.problem(e, statement, lake.toString())));
            }
        }
        for (String name : old) {
            database.change(TableView.drop(name));
            shown.remove(name);
        }
    }

    /** The reason behind an unknown table, if it is one of the lake's whose files are bad. */
    public Optional<Problem> problemOf(Problem unknown) {
        return unknown.code() != ErrorCode.UNKNOWN_NAME
                ? Optional.empty()
                : broken.entrySet().stream()
                        .filter(table -> unknown.message().startsWith("Table with name " + table.getKey() + " "))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    private static Problem problem(Catalog.Table table, Problem cause) {
        return Problem.of(
                cause.code(),
                "Table " + table.name() + " cannot be read: " + cause.message(),
                "Load or build the table again; the other tables are not affected.");
    }
}
