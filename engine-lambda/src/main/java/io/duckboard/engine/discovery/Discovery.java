package io.duckboard.engine.discovery;

import static java.util.stream.Collectors.toMap;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.Kind;
import io.duckboard.engine.catalog.Catalog.LeftOut;
import io.duckboard.engine.catalog.Catalog.Table;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the tables of a lake by its files. It remembers what it has read, as long as the files do not change. */
public final class Discovery {

    private final ParquetMetadata metadata;
    private final Footers footers;
    private final String lake;

    /** @param lake the lake's own name, for a table that is the whole lake */
    public Discovery(ParquetMetadata metadata, String lake) {
        this.metadata = metadata;
        this.footers = new Footers(metadata);
        this.lake = lake;
    }

    /**
     * What the files of a lake are.
     *
     * @param sources the files of each table
     * @param leftOut what is in no table
     */
    public record Found(List<Source> sources, List<LeftOut> leftOut) {
        public Found {
            sources = List.copyOf(sources);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * The files of a lake by their names and ends.
     *
     * @param data files that can be read
     * @param leftOut what cannot be a table
     */
    public record DataFiles(List<DataFile> data, List<LeftOut> leftOut) {
        public DataFiles {
            data = List.copyOf(data);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Sorts the files of a whole lake.
     *
     * @throws IOException if the store cannot be read
     */
    public Found find(Collection<File> listing) throws IOException {
        DataFiles files = read(listing, List.of());
        return new Found(sources(files.data()), files.leftOut());
    }

    /**
     * Tells which files of a lake are data.
     *
     * @param described files that a catalog describes; they are not read
     * @throws IOException if the store cannot be read
     */
    public DataFiles read(Collection<File> listing, Collection<DataFile> described) throws IOException {
        LakeFiles files = LakeFiles.of(listing);
        Footers.Read read =
                footers.read(files.data(), described.stream().collect(toMap(DataFile::file, Function.identity())));
        var leftOut = new ArrayList<>(files.leftOut());
        leftOut.addAll(read.leftOut());
        return new DataFiles(read.files(), leftOut);
    }

    /** The files of each table. */
    public static List<Source> sources(Collection<DataFile> files) {
        return Sources.of(files);
    }

    /**
     * The files of a lake by their names alone.
     *
     * @param parquet files that are meant as Parquet
     * @param leftOut what cannot be a table, whatever is in it
     */
    public record Names(List<File> parquet, List<LeftOut> leftOut) {
        public Names {
            parquet = List.copyOf(parquet);
            leftOut = List.copyOf(leftOut);
        }

        public static Names of(Collection<File> listing) {
            LakeFiles files = LakeFiles.of(listing);
            return new Names(
                    files.data().stream()
                            .filter(file -> FileKind.of(file.path().replaceFirst(".*/", "")) == FileKind.PARQUET)
                            .toList(),
                    files.leftOut());
        }
    }

    /**
     * The columns of a table of these files.
     *
     * @throws IOException if the store cannot be read
     */
    public TableColumns columns(Source source) throws IOException {
        return UnitedColumns.of(source.files(), metadata);
    }

    /**
     * The tables of a lake that has no catalog.
     *
     * @param known what was found before: these tables keep their names
     * @throws IOException if the store cannot be read
     */
    public Catalog catalog(Collection<File> listing, Catalog known) throws IOException {
        DataFiles files = read(
                listing,
                known.tables().stream()
                        .flatMap(table -> DataFile.described(table).stream())
                        .toList());
        var found = new Found(sources(files.data()), files.leftOut());
        var leftOut = new ArrayList<>(found.leftOut());
        var tables = new ArrayList<Table>();
        for (Named named : named(found.sources(), known)) {
            switch (columns(named.source())) {
                case TableColumns.United united -> tables.add(table(named, united));
                case TableColumns.Conflict conflict -> leftOut.add(conflict.leftOut(named.source()));
            }
        }
        leftOut.sort(Comparator.comparing(LeftOut::path));
        return new Catalog(tables, List.of(), List.of(), leftOut);
    }

    /**
     * Gives each source a name.
     *
     * @param known tables that keep their names
     */
    public List<Named> named(Collection<Source> sources, Catalog known) {
        Map<File, String> owners = new HashMap<>();
        known.tables().forEach(table -> table.files().forEach(file -> owners.put(file.at(), table.name())));
        var names = new TableNames(lake, namesOf(known));
        var free = new HashSet<>(owners.values());
        IdentityHashMap<Source, String> kept = new IdentityHashMap<>();
        for (Source source : sources) {
            source.files().stream()
                    .flatMap(file -> Optional.ofNullable(owners.get(file.file().at())).stream())
                    .filter(free::contains)
                    .findFirst()
                    .ifPresent(name -> {
                        free.remove(name);
                        kept.put(source, name);
                    });
        }
        var named = new ArrayList<Named>();
        for (Source source : sources) {
            String old = kept.get(source);
            String name = old == null ? names.name(source) : old;
            String wanted = names.wanted(source);
            named.add(new Named(name, source, name.equals(wanted) ? Optional.empty() : Optional.of(wanted)));
        }
        return named;
    }

    /**
     * @param wanted the name that the source would have if no other table had it
     */
    public record Named(String name, Source source, Optional<String> wanted) {

        private static final String NOTE = "Its name would be ";

        /** What people should know about the name. */
        List<String> notes() {
            return wanted.map(other -> NOTE + other + ", which is taken.").stream()
                    .toList();
        }

        /** Whether a note of a table is about its name; such a note holds whatever files the table has. */
        public static boolean isAboutName(String note) {
            return note.startsWith(NOTE);
        }
    }

    /** Whether a file or folder of this path would be a table of this name. */
    public static boolean isNamed(String path, String table) {
        String last = path.replaceFirst("/$", "").replaceFirst(".*/", "");
        return TableNames.identifier(last).equalsIgnoreCase(table);
    }

    private static List<String> namesOf(Catalog known) {
        var names = new ArrayList<String>();
        known.tables().forEach(table -> names.add(table.name()));
        known.views().forEach(view -> names.add(view.name()));
        return names;
    }

    /** A table as others made it. */
    public static Table table(Named named, TableColumns.United columns) {
        var notes = new ArrayList<>(named.notes());
        notes.addAll(columns.notes());
        List<DataFile> files = named.source().files();
        return new Table(
                named.name(),
                Kind.DATASET,
                files.stream().map(DataFile::file).toList(),
                columns.partitionColumns(),
                columns.columns(),
                files.stream().mapToLong(file -> file.rows().orElse(0)).sum(),
                Instant.EPOCH,
                List.of(),
                Optional.empty(),
                columns.variants(),
                notes);
    }
}
