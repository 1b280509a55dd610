package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.catalog.Catalog.File;
import io.duckboard.engine.catalog.Catalog.Table;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.format.Figures;
import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.source.ReadOptions;
import io.duckboard.lake.source.SourceTable;
import io.duckboard.lake.source.Sources;
import io.duckboard.lake.store.FolderFailures;
import io.duckboard.lake.store.LakeStore.Upload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a user's own files into a table of the lake: checks and converts them, and publishes the table last. */
public final class TableLoad {

    /** What to do if a table of this name exists. */
    public enum Existing {
        REFUSE,
        REPLACE
    }

    /**
     * @param files paths, patterns or addresses of files
     * @param options how to read them
     * @param descriptions descriptions of columns
     */
    public record Request(
            String name, List<String> files, ReadOptions options, List<Description> descriptions, Existing existing) {
        public Request {
            files = List.copyOf(files);
            descriptions = List.copyOf(descriptions);
        }
    }

    public record Description(String column, String text) {}

    /**
     * @param table the table as it is published
     * @param source what was found in the files
     */
    public record Added(Table table, SourceTable source) {}

    private final OpenLake lake;
    private final Clock clock;
    private final LoadProgress progress;

    public TableLoad(OpenLake lake, Clock clock, LoadProgress progress) {
        this.lake = lake;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * @throws FailureException if a name or a file is not suitable; the lake is then unchanged
     */
    public Added run(Request request) {
        try (FilesDuckDb duckdb = FilesDuckDb.open()) {
            TableName.check(request.name(), duckdb.reservedWords());
            Optional<Published> expected = lake.published();
            Catalog known = lake.catalog()
                    .orElseGet(() -> new LakeRefresh(lake, clock)
                            .plan(LakeRefresh.Missing.KEEP)
                            .catalog());
            Optional<String> old = known.table(request.name())
                    .map(Table::name)
                    .or(() -> known.view(request.name()).map(Catalog.View::name));
            if (old.isPresent() && request.existing() == Existing.REFUSE) {
                throw new FailureException(
                        "There is a table " + old.get() + " already.", "Choose another name, or say --replace.");
            }
            SourceTable source = new Sources(duckdb.database(), progress, request.options()).read(request.files());
            Path staged = converted(source.select(), request.name());
            List<Field> columns = described(
                    duckdb.columns("read_parquet(" + LoadDatabase.only(staged) + ", hive_partitioning = false)"),
                    request.descriptions());
            long rows = counted(source, duckdb.parquetRows(staged));
            List<File> put = put(new Upload(staged, path(request.name())));
            Table table = new Table(
                    request.name(), Catalog.Kind.DATASET, put, List.of(), columns, rows, clock.instant(), List.of());
            Ownership own = lake.ownership();
            source.badLines().run();
            try {
                lake.publish(
                        known.replacedBy(with(table, known), file -> lake.passes(own, file), clock.instant()),
                        expected);
            } catch (FailureException e) {
                source.withoutBadLines().run();
                throw e;
            }
            return new Added(table, source);
        }
    }

    /** Writes the file where a folder lake can simply move it. */
    private Path converted(String select, String name) {
        try (LoadDatabase database = LoadDatabase.in(lake.staging());
                var _ = progress.begin("Converting", 0)) {
            return database.write(select, name + ".parquet");
        }
    }

    private List<File> put(Upload upload) {
        long bytes = FolderFailures.translating(upload.file(), () -> Files.size(upload.file()));
        try (LoadProgress.Step step = progress.begin("Putting it in place", bytes)) {
            return lake.put(List.of(upload), step::advance);
        }
    }

    private static List<Table> with(Table table, Catalog known) {
        return Stream.concat(
                        known.tables().stream().filter(other -> !other.name().equalsIgnoreCase(table.name())),
                        Stream.of(table))
                .toList();
    }

    private static long counted(SourceTable source, long rows) {
        if (rows != source.rows()) {
            throw new FailureException(
                    "The files have " + Figures.count(source.rows(), "row") + ", and DuckDB reads "
                            + Figures.count(rows) + " of them.",
                    "Please report this; the lake is as it was.");
        }
        return rows;
    }

    private static List<Field> described(List<Field> columns, List<Description> descriptions) {
        for (Description description : descriptions) {
            if (columns.stream().noneMatch(column -> column.name().equalsIgnoreCase(description.column()))) {
                throw new FailureException(
                        "There is no column " + description.column() + " to describe.",
                        "There are " + columns.stream().map(Field::name).collect(Collectors.joining(", ")) + ".");
            }
        }
        return columns.stream()
                .map(column -> new Field(
                        column.name(),
                        column.type(),
                        descriptions.stream()
                                .filter(description -> description.column().equalsIgnoreCase(column.name()))
                                .map(Description::text)
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    /** Makes a name that has never been used. It contains the table's name, which helps if the catalog is lost. */
    private static String path(String table) {
        return "dataset/" + table.toLowerCase(Locale.ROOT) + "." + RandomName.make() + ".parquet";
    }
}
