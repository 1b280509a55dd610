package io.duckboard.engine.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of a lake and the exact files they are made of: {@code catalog.json}, swapped last by whoever
 * publishes, so that a reader sees the old tables or the new ones and nothing between.
 *
 * @param views each after those it reads
 * @param retired files of Duckboard's own that were a table's and are to be removed when no query can read them
 * @param format of the catalog.json that it stands in; what is published anew has the newest
 */
public record Catalog(List<Table> tables, List<View> views, List<Retired> retired, int format) {

    public static final String FILE = "catalog.json";

    /**
     * The format of catalog.json that this code writes. Since 2 what is private lies in {@link LakeLayout#PRIVATE}, which
     * an engine that knows 1 alone would let SQL read: the number keeps it away.
     */
    public static final int FORMAT = 2;

    /** The oldest that this code reads. */
    public static final int OLDEST_FORMAT = 1;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    public Catalog {
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        retired = List.copyOf(retired);
    }

    public Catalog(List<Table> tables) {
        this(tables, List.of(), List.of());
    }

    /** One that is to be published. */
    public Catalog(List<Table> tables, List<View> views, List<Retired> retired) {
        this(tables, views, retired, FORMAT);
    }

    /** The same to be published, whatever format it was read in. */
    public Catalog inNewestFormat() {
        return new Catalog(tables, views, retired);
    }

    /** The table of this name, whose capitals do not matter. */
    public Optional<Table> table(String name) {
        return tables.stream()
                .filter(table -> table.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The view of this name, whose capitals do not matter. */
    public Optional<View> view(String name) {
        return views.stream().filter(view -> view.name().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * With these tables in place of its own; files that none of them has are retired. A view that has a table's name
     * goes.
     *
     * @param own tells files that go when no table has them any more
     */
    public Catalog replacedBy(List<Table> newTables, Predicate<File> own, Instant now) {
        Catalog known = new Catalog(newTables);
        return replacedBy(
                newTables,
                views.stream()
                        .filter(view -> known.table(view.name()).isEmpty())
                        .toList(),
                own,
                now);
    }

    /** The same with these views. */
    public Catalog replacedBy(List<Table> newTables, List<View> newViews, Predicate<File> own, Instant now) {
        List<File> kept =
                newTables.stream().flatMap(table -> table.files().stream()).toList();
        Stream<Retired> more = tables.stream()
                .flatMap(table -> table.files().stream())
                .filter(own)
                .map(file -> new Retired(file, now))
                .distinct();
        return new Catalog(
                newTables,
                newViews,
                Stream.concat(retired.stream(), more)
                        .filter(old -> kept.stream().noneMatch(old.file()::isAt))
                        .toList());
    }

    /** Where a table comes from: loaded data, a small table to join with, or built by the transform. */
    public enum Kind {
        DATASET,
        REFERENCE,
        MODEL,
        /** What a {@link View} is called beside tables; no table is one. */
        VIEW
    }

    /**
     * @param files paths below the lake or its workspace, with {@code /} between
     * @param partitionColumns hive partition columns, whose values stand in the paths
     * @param rows in all files together
     * @param builtAt the epoch if others made it and Duckboard found it
     * @param builtFrom the tables it was computed from
     * @param copy where a copy of its one file lies, for those who name it; others may put their own there
     */
    public record Table(
            String name,
            Kind kind,
            List<File> files,
            List<String> partitionColumns,
            List<Field> columns,
            long rows,
            Instant builtAt,
            List<String> builtFrom,
            Optional<String> copy) {

        /** One without a copy. */
        public Table(
                String name,
                Kind kind,
                List<File> files,
                List<String> partitionColumns,
                List<Field> columns,
                long rows,
                Instant builtAt,
                List<String> builtFrom) {
            this(name, kind, files, partitionColumns, columns, rows, builtAt, builtFrom, Optional.empty());
        }

        public Table {
            checkName(name);
            files = List.copyOf(files);
            partitionColumns = List.copyOf(partitionColumns);
            columns = List.copyOf(columns);
            builtFrom = List.copyOf(builtFrom);
        }

        /** Whether Duckboard made it, and did not find it. */
        public boolean isBuilt() {
            return !builtAt.equals(Instant.EPOCH);
        }

        public long bytes() {
            return files.stream().mapToLong(File::bytes).sum();
        }
    }

    /**
     * A SELECT that has a table's name, and no rows of its own.
     *
     * @param sql a text that the guard lets through; whoever makes the view has it judged again
     * @param builtAt when the run began that published it
     * @param builtFrom the tables and views it reads
     */
    public record View(String name, String sql, List<Field> columns, Instant builtAt, List<String> builtFrom) {
        public View {
            checkName(name);
            columns = List.copyOf(columns);
            builtFrom = List.copyOf(builtFrom);
        }
    }

    /** Whether a table or a view can have this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static void checkName(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("Not a table name: '" + name + "'");
        }
    }

    /** Where a file lies: the workspace is apart from the lake where the lake cannot be written. */
    public enum Place {
        LAKE,
        WORKSPACE
    }

    /** @param version the ETag on S3, the modification time in a folder: tells whether others changed the file */
    public record File(String path, long bytes, String version, Place place) {
        private static final Pattern PATH = Pattern.compile("[\\w=.+-]+(/[\\w=.+-]+)*");

        public File {
            if (!isPath(path)) {
                throw new IllegalArgumentException("Not a path below the lake: '" + path + "'");
            }
        }

        /** In the lake itself. */
        public File(String path, long bytes, String version) {
            this(path, bytes, version, Place.LAKE);
        }

        /** Whether both are one file by name, be it changed since or not. */
        public boolean isAt(File other) {
            return place == other.place && path.equals(other.path);
        }

        /** Whether a catalog can name it: plain characters, and nothing that leads out of the lake. */
        public static boolean isPath(String path) {
            return PATH.matcher(path).matches() && !path.contains("..");
        }
    }

    /** @param at when the last table lost it */
    public record Retired(File file, Instant at) {}

    /** A column of a table; {@code description} may be empty. */
    public record Field(String name, String type, String description) {}
}
