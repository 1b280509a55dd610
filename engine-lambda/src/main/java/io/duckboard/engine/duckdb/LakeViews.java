package io.duckboard.engine.duckdb;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.discovery.Discovery;
import io.duckboard.engine.guard.AllowedPaths;
import io.duckboard.engine.guard.Guard;
import io.duckboard.engine.guard.KnownTables;
import io.duckboard.engine.guard.Reads;
import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Shows the lake's tables in the database, with one view for each. A table with a bad file does not affect the others.
 */
public final class LakeViews implements KnownTables {

    /** The name of {@link LakeSchema} in queries. It is defined here so that a cold start does not load that class. */
    private static final Pattern LAKE_SCHEMA = Pattern.compile("\\blake\\b", Pattern.CASE_INSENSITIVE);

    private final Database database;
    private final Prefixes prefixes;
    private final Guard guard;
    private final Map<String, Catalog.Table> shown = new HashMap<>();
    private final Map<String, Problem> broken = new HashMap<>();
    private final Map<String, Reads> made = new HashMap<>();
    private final FixedFiles fixed;
    private Catalog catalog = new Catalog(List.of());
    private boolean stale;
    private boolean described;

    /** @param paths the files that views may name */
    public LakeViews(Database database, Prefixes prefixes, AllowedPaths paths) {
        this.database = database;
        this.prefixes = prefixes;
        this.guard = new Guard(database.parser(), paths, this);
        this.fixed = new FixedFiles(prefixes);
    }

    /**
     * Replaces the views with those of {@code catalog}.
     *
     * @throws LakeException if the lake itself cannot be read
     */
    public void show(Catalog catalog) throws SQLException, LakeException {
        described = false;
        broken.clear();
        var old = new HashSet<>(shown.keySet());
        catalog.tables().stream()
                .filter(table -> !stale && table.equals(shown.get(table.name())))
                .forEach(table -> {
                    old.remove(table.name());
                    // Equal tables can differ in who is known to have written their files.
                    shown.put(table.name(), table);
                });
        for (Created created : create(catalog.tables().stream()
                .filter(table -> stale || !table.equals(shown.get(table.name())))
                .toList())) {
            String name = created.table().name();
            if (created.problem().isPresent()) {
                broken.put(name, problem(name, created.problem().get()));
            } else {
                shown.put(name, created.table());
                old.remove(name);
            }
        }
        for (String name : old) {
            // DuckDB ignores the case of names.
            if (catalog.table(name).isEmpty()) {
                database.change(TableView.drop(name));
            }
            shown.remove(name);
        }
        showViews(catalog);
        stale = false;
        this.catalog = catalog;
        fixed.add(catalog);
    }

    /**
     * Whether this database can show a catalog. It cannot if a file that never changes under its name has another
     * version there, since the database would not notice.
     */
    public boolean canShow(Catalog other) {
        return fixed.agree(other);
    }

    /** What a statement reads, and what the views read that it names. */
    Reads unfolded(Reads statement) {
        Reads all = statement;
        Deque<String> open = new ArrayDeque<>(statement.tables());
        Set<String> seen = new HashSet<>(statement.tables());
        while (!open.isEmpty()) {
            Reads view = made.get(open.pop());
            if (view != null) {
                all = all.and(view);
                view.tables().stream().filter(seen::add).forEach(open::push);
            }
        }
        return all;
    }

    /** The files of an unfolded statement's tables that others may change. */
    public List<Catalog.File> changing(Reads unfolded) {
        return shown.values().stream()
                .filter(table -> unfolded.tables().contains(lower(table.name())))
                .flatMap(table -> table.files().stream())
                .filter(file -> !fixed.isWritten(file))
                .sorted(Comparator.comparing(Catalog.File::path))
                .toList();
    }

    /** What to put before an unfolded statement. Whether the files of its own tables change is not known. */
    String reading(Reads unfolded, TemporaryViews own) {
        boolean fixedAlone = own.isEmpty()
                && !unfolded.others().contains(Reads.Other.FILES)
                && shown.values().stream()
                        .filter(table -> unfolded.tables().contains(lower(table.name())))
                        .allMatch(fixed::have);
        return fixedAlone ? fixed.reading() : "";
    }

    /** Makes all views anew, since a table that one reads may have other columns now. The guard judges each again. */
    private void showViews(Catalog catalog) throws SQLException, LakeException {
        for (Catalog.View old : this.catalog.views()) {
            if (catalog.table(old.name()).isEmpty()) {
                database.change(TableView.drop(old.name()));
            }
            made.remove(lower(old.name()));
        }
        for (Catalog.View view : catalog.views()) {
            show(view);
        }
    }

    private void show(Catalog.View view) throws LakeException {
        Optional<Problem> problem = DeepStack.call(() -> create(view));
        if (problem.filter(LakeViews::isOfNoTable).isPresent()) {
            throw new LakeException(problem.get(), new SQLException("View " + view.name() + " cannot be made"));
        }
        problem.ifPresent(reason -> broken.put(view.name(), problem(view.name(), reason)));
    }

    private Optional<Problem> create(Catalog.View view) {
        String sql = view.sql();
        try {
            Verdict.Allowed judged = BuiltModels.judged(sql, guard);
            sql = "CREATE OR REPLACE VIEW " + TableView.quoted(view.name()) + " AS " + BuiltModels.text(judged);
            database.change(sql);
            made.put(lower(view.name()), judged.reads());
            return Optional.empty();
        } catch (LakeException e) {
            return Optional.of(e.problem());
        } catch (SQLException e) {
            return Optional.of(DuckDbErrors.problem(e, sql, prefixes));
        } catch (ParserFailedException e) {
            return Optional.of(DuckDbErrors.problem(e.failure(), sql, prefixes));
        }
    }

    /** Whether the failure concerns the lake as a whole, or this process, and says nothing about the table. */
    private static boolean isOfNoTable(Problem problem) {
        return switch (problem.code()) {
            case LAKE_UNAVAILABLE, LAKE_DENIED, OUT_OF_MEMORY -> true;
            default -> false;
        };
    }

    /**
     * Writes the tables of {@link LakeSchema} if {@code sql} names them and they do not exist yet. This is not done at
     * a cold start, since few queries read them.
     */
    public void describeFor(String sql) throws SQLException {
        if (!described && LAKE_SCHEMA.matcher(sql).find()) {
            database.change(new LakeSchema(catalog, this::problem).create());
            described = true;
        }
    }

    /** The tables that have a view now. If only the catalog has a name, DuckDB may still take it for a file. */
    @Override
    public boolean contain(String name) {
        return made.containsKey(lower(name)) || shown.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Marks every view to be made anew: a file was replaced, and it may have other columns now. */
    public void forget() {
        stale = true;
    }

    /** The reason why a table is unknown, if it is a table of the lake whose files are bad, or that is left out. */
    public Optional<Problem> problemOf(Problem unknown) {
        return unknown.table()
                .flatMap(table -> Optional.ofNullable(broken.get(table))
                        .or(() -> catalog.leftOut().stream()
                                .filter(out -> Discovery.isNamed(out.path(), table))
                                .findFirst()
                                .map(out -> Problem.of(
                                        ErrorCode.UNKNOWN_NAME,
                                        "There is no table " + table + ": " + out.path() + " is left out. "
                                                + out.reason(),
                                        out.todo()))));
    }

    /** Makes them in parallel, since each waits for the lake twice. Fails as a whole if one cannot be read at all. */
    private List<Created> create(List<Catalog.Table> tables) throws LakeException {
        var views = tables.stream()
                .<Callable<Created>>map(table -> () -> create(table))
                .toList();
        var created = new ArrayList<Created>();
        try {
            for (Future<Created> view : ViewThreads.invokeAll(views)) {
                created.add(view.get());
            }
            return created;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LakeException lakes) {
                throw lakes;
            }
            throw new IllegalStateException("A view cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while views were made", e);
        }
    }

    private Created create(Catalog.Table table) throws LakeException {
        var view = new TableView(table, prefixes);
        try {
            database.change((fixed.have(table) ? fixed.reading() : "") + view.create(schema(view)));
            return new Created(table, Optional.empty());
        } catch (SQLException e) {
            Problem problem = DuckDbErrors.problem(e, view.create(Optional.empty()), prefixes);
            if (isOfNoTable(problem)) {
                throw new LakeException(problem, e);
            }
            return new Created(table, Optional.of(problem));
        }
    }

    /**
     * For each query, DuckDB reads a table's columns from its first file. On S3 this would cost a request for a day
     * that the query does not need, so the columns of a partitioned table are kept in a file on this machine.
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

    private String problem(String table) {
        Problem problem = broken.get(table);
        return problem == null ? "" : problem.message();
    }

    private Problem problem(String table, Problem cause) {
        String scratch = database.scratch().map(folder -> folder + "/").orElse("");
        String reason = scratch.isEmpty() ? cause.message() : cause.message().replace(scratch, "");
        return Problem.of(
                cause.code(),
                "Table " + table + " cannot be read: " + reason,
                "Load or build the table again; the other tables are not affected.");
    }

    /** @param problem the reason why the view could not be made */
    private record Created(Catalog.Table table, Optional<Problem> problem) {}
}
