package io.duckboard.engine.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a lake and the exact files they are made of. A publish replaces {@code catalog.json} last, so that a
 * reader sees either the old tables or the new ones and nothing in between.
 *
 * @param views in an order where each view comes after those it reads
 * @param retired files that Duckboard wrote for a table and that are removed once no query can read them
 * @param leftOut what lies in the lake and belongs to no table
 * @param format of the catalog.json this was read from; a publish always writes the newest format
 */
public record Catalog(List<Table> tables, List<View> views, List<Retired> retired, List<LeftOut> leftOut, int format) {

    public static final String FILE = "catalog.json";

    /**
     * The format of catalog.json that this code writes. Since format 2, private files lie in
     * {@link LakeLayout#PRIVATE}. An engine that knows only format 1 would let SQL read them, and the new number makes
     * it refuse the lake. Since format 3, a table's files may have different columns. An engine that knows only format
     * 2 would read all of them with the columns of the first.
     */
    public static final int FORMAT = 3;

    /** The oldest format that this code reads. */
    public static final int OLDEST_FORMAT = 1;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    public Catalog {
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        retired = List.copyOf(retired);
        leftOut = List.copyOf(leftOut);
    }

    public Catalog(List<Table> tables) {
        this(tables, List.of(), List.of());
    }

    /** A catalog that is about to be published. */
    public Catalog(List<Table> tables, List<View> views, List<Retired> retired) {
        this(tables, views, retired, List.of());
    }

    /** A catalog that is about to be published. */
    public Catalog(List<Table> tables, List<View> views, List<Retired> retired, List<LeftOut> leftOut) {
        this(tables, views, retired, leftOut, FORMAT);
    }

    /** The same catalog, ready to be published, whatever format it was read in. */
    public Catalog inNewestFormat() {
        return new Catalog(tables, views, retired, leftOut);
    }

    /** The table of this name; the comparison ignores case. */
    public Optional<Table> table(String name) {
        return tables.stream()
                .filter(table -> table.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The view of this name; the comparison ignores case. */
    public Optional<View> view(String name) {
        return views.stream().filter(view -> view.name().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * This catalog with the given tables in place of its own. Files that no table uses any more are retired. A view
     * that has the name of a table is removed.
     *
     * @param own tells whether a file is to be removed when no table uses it any more
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

    /** The same for views. */
    public Catalog replacedBy(List<Table> newTables, List<View> newViews, Predicate<File> own, Instant now) {
        Set<File> kept = newTables.stream()
                .flatMap(table -> table.files().stream())
                .map(File::at)
                .collect(Collectors.toSet());
        Stream<Retired> more = tables.stream()
                .flatMap(table -> table.files().stream())
                .filter(own)
                .map(file -> new Retired(file, now))
                .distinct();
        return new Catalog(
                newTables,
                newViews,
                Stream.concat(retired.stream(), more)
                        .filter(old -> !kept.contains(old.file().at()))
                        .toList(),
                leftOut);
    }

    /** Where a table comes from: it was loaded, it is a small reference table for joins, or the transform built it. */
    public enum Kind {
        DATASET,
        REFERENCE,
        MODEL,
        /** What listings of tables call a {@link View}. No table has this kind. */
        VIEW
    }

    /**
     * @param files paths below the lake or its workspace, separated by {@code /}
     * @param partitionColumns hive partition columns, whose values are part of the paths
     * @param rows in all files together
     * @param builtAt the epoch if Duckboard found the table and did not make it
     * @param builtFrom the tables it was computed from
     * @param copy where a copy of its single file lies for people who use that path; others may replace the copy
     * @param variants the columns of the files themselves if they differ; together they have all files
     * @param notes sentences about what people should know when they read the table
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
            Optional<String> copy,
            List<Variant> variants,
            List<String> notes) {

        /** A table whose files have the same columns. */
        public Table(
                String name,
                Kind kind,
                List<File> files,
                List<String> partitionColumns,
                List<Field> columns,
                long rows,
                Instant builtAt,
                List<String> builtFrom,
                Optional<String> copy) {
            this(name, kind, files, partitionColumns, columns, rows, builtAt, builtFrom, copy, List.of(), List.of());
        }

        /** A table without a copy. */
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
            variants = List.copyOf(variants);
            notes = List.copyOf(notes);
        }

        /** Whether Duckboard made the table, as opposed to finding it. */
        public boolean isBuilt() {
            return !builtAt.equals(Instant.EPOCH);
        }

        /**
         * The table as somebody's whose files a refresh has to read again, if its columns may come from its first file
         * alone.
         */
        Table withUnknownVersions() {
            if (isBuilt() || (files.size() < 2 && partitionColumns.isEmpty())) {
                return this;
            }
            return with(file -> new File(file.path(), file.bytes(), File.UNKNOWN, file.place()));
        }

        /** The same table, with what is known of each of its files. */
        public Table with(UnaryOperator<File> known) {
            return new Table(
                    name,
                    kind,
                    files.stream().map(known).toList(),
                    partitionColumns,
                    columns,
                    rows,
                    builtAt,
                    builtFrom,
                    copy,
                    variants,
                    notes);
        }

        public long bytes() {
            return files.stream().mapToLong(File::bytes).sum();
        }
    }

    /**
     * A SELECT that can be used like a table and stores no rows.
     *
     * @param sql text that has passed the guard; the guard judges it again whenever the view is made
     * @param builtAt when the run that published it began
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

    /** Where a file lies. The workspace is separate from the lake if the lake cannot be written. */
    public enum Place {
        LAKE,
        WORKSPACE
    }

    /** Who wrote a file. */
    public enum Writer {
        /** Duckboard, by a record in its journal. Such a file never changes under its name. */
        DUCKBOARD,
        OTHERS
    }

    /**
     * Two files are equal if place, path, size and version are, whoever wrote them.
     *
     * @param version the ETag on S3, the modification time in a folder; shows whether others changed the file
     */
    public record File(String path, long bytes, String version, Place place, Writer writer) {

        /** The version of a file that has to be read again. */
        public static final String UNKNOWN = "";

        /**
         * A segment of a path. DuckDB takes what follows {@code ?} for settings on S3, and HTTP clients resolve empty
         * segments and those of dots alone.
         */
        private static final String SEGMENT = "(?!\\.{1,2}(?:/|$))[^/\\\\?\\p{Cc}]+";

        private static final Pattern PATH = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")*");

        public File {
            if (!isPath(path)) {
                throw new IllegalArgumentException("Not a path below the lake: '" + path + "'");
            }
        }

        /** In the lake itself. */
        public File(String path, long bytes, String version) {
            this(path, bytes, version, Place.LAKE);
        }

        public File(String path, long bytes, String version, Place place) {
            this(path, bytes, version, place, Writer.OTHERS);
        }

        /** The same file, in the catalog of whoever wrote it and has recorded that. */
        public File asWritten() {
            return new File(path, bytes, version, place, Writer.DUCKBOARD);
        }

        /** The same file, of which nobody knows who wrote it. */
        public File asFound() {
            return new File(path, bytes, version, place);
        }

        public File in(Place other) {
            return new File(path, bytes, version, other, writer);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof File file && isAt(file) && bytes == file.bytes && version.equals(file.version);
        }

        @Override
        public int hashCode() {
            return Objects.hash(path, bytes, version, place);
        }

        /** Whether both have the same path, even if the file has changed in between. */
        public boolean isAt(File other) {
            return place == other.place && path.equals(other.path);
        }

        /** The file's place and path alone, as a key that stays the same when the file changes. */
        public File at() {
            return new File(path, 0, "", place);
        }

        /** Whether a catalog can name this path: it does not lead out of the lake, and DuckDB can read it. */
        public static boolean isPath(String path) {
            return PATH.matcher(path).matches();
        }
    }

    /**
     * The columns that some files of a table have, apart from partition columns.
     *
     * @param columns with names and types as they are in the files
     * @param files positions in the table's files
     */
    public record Variant(List<Field> columns, List<Integer> files) {
        public Variant {
            columns = List.copyOf(columns);
            files = List.copyOf(files);
        }
    }

    /**
     * What lies in the lake and is shown in no table.
     *
     * @param path of a file, or of a folder with a slash at the end; it may have any character
     * @param reason a sentence that says why
     * @param todo a sentence that says what to do
     */
    public record LeftOut(String path, String reason, String todo) {}

    /** @param at when the last table stopped using it */
    public record Retired(File file, Instant at) {}

    /** A column of a table; {@code description} may be empty. */
    public record Field(String name, String type, String description) {}
}
