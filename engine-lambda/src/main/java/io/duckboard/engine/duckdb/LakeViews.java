package io.duckboard.engine.duckdb;

import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.protocol.Catalog;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/** The lake's tables as the database shows them: a view for each. A table with a bad file spoils no other. */
public final class LakeViews {

    private final Database database;
    private final String lake;
    private final Map<String, Catalog.Table> shown = new HashMap<>();
    private final Map<String, Problem> broken = new HashMap<>();
    private boolean stale;

    /** @param lake what stands before the files' paths */
    public LakeViews(Database database, String lake) {
        this.database = database;
        this.lake = lake;
    }

    /**
     * Makes the views those of {@code catalog}.
     *
     * @throws LakeException if the lake itself cannot be read
     */
    public void show(Catalog catalog) throws SQLException, LakeException {
        broken.clear();
        var old = new HashSet<>(shown.keySet());
        for (Catalog.Table table : catalog.tables()) {
            if ((!stale && table.equals(shown.get(table.name()))) || create(table)) {
                old.remove(table.name());
            }
        }
        for (String name : old) {
            database.change(TableView.drop(name));
            shown.remove(name);
        }
        stale = false;
    }

    /** Has every view made anew: a file was replaced, and it may have other columns now. */
    public void forget() {
        stale = true;
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

    private boolean create(Catalog.Table table) throws LakeException {
        var view = new TableView(table, lake);
        String statement = view.create(Optional.empty());
        try {
            database.change(view.create(schema(view)));
            shown.put(table.name(), table);
            return true;
        } catch (SQLException e) {
            Problem problem = DuckDbErrors.problem(e, statement, lake);
            if (problem.code() == ErrorCode.LAKE_UNAVAILABLE || problem.code() == ErrorCode.LAKE_DENIED) {
                throw new LakeException(problem, e);
            }
            broken.put(table.name(), problem(table, problem));
            return false;
        }
    }

    /**
     * DuckDB takes a table's columns from its first file, at each query anew. On S3 that would be a request for a day
     * that nobody asked for, so the columns of a partitioned table are kept in a file of this machine.
     */
    private Optional<Path> schema(TableView view) throws SQLException {
        if (database.scratch().isEmpty() || !view.isPartitioned()) {
            return Optional.empty();
        }
        try {
            Path file =
                    view.schemaIn(Files.createTempDirectory(database.scratch().get(), "table"));
            Files.createDirectories(file.getParent());
            database.change(view.copySchema(file));
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary directory cannot be written", e);
        }
    }

    private Problem problem(Catalog.Table table, Problem cause) {
        String scratch = database.scratch().map(folder -> folder + "/").orElse("");
        String reason = scratch.isEmpty() ? cause.message() : cause.message().replace(scratch, "");
        return Problem.of(
                cause.code(),
                "Table " + table.name() + " cannot be read: " + reason,
                "Load or build the table again; the other tables are not affected.");
    }
}
