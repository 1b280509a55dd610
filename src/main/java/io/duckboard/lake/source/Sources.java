package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.store.FolderFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads files of any kind as one table. */
public final class Sources {

    private final LoadDatabase database;
    private final LoadProgress progress;
    private final ReadOptions options;

    /** @param database with a folder for what is read, unpacked and downloaded */
    public Sources(LoadDatabase database, LoadProgress progress, ReadOptions options) {
        this.database = database;
        this.progress = progress;
        this.options = options;
    }

    /**
     * @param names paths, patterns or addresses
     * @throws FailureException if a file cannot be read without a doubt
     */
    public SourceTable read(List<String> names) {
        Optional<BadLines> badLines = options.badLines().map(BadLines::new);
        badLines.ifPresent(BadLines::check);
        List<SourceFile> files = new SourceFiles(database, progress, options).find(names);
        options.checkFor(files.stream().map(SourceFile::kind).collect(Collectors.toSet()));
        var types = new TypedRows(database, options);
        var text = new TextContents(database, options, types);
        var json = new JsonContents(database, options, types);
        var sheet = new SheetContents(database, options, types);
        var parquet = new ParquetContents(database, options);
        var all = new ArrayList<Contents>();
        try (var _ = progress.begin("Reading", 0)) {
            for (SourceFile file : files) {
                all.add(FolderFailures.translating(file.path(), () -> switch (file.kind()) {
                    case TEXT -> text.read(file);
                    case JSON -> json.read(file);
                    case SPREADSHEET -> sheet.read(file);
                    case PARQUET -> parquet.read(file);
                }));
            }
        }
        types.checkFormats();
        checkNames(all);
        var united = new UnitedTable(database, all);
        return new SourceTable(
                united.select(),
                united.rows(),
                all.stream().map(Contents::found).toList(),
                united.doubled(),
                () -> badLines.ifPresent(lines -> lines.write(text.badLines())),
                () -> badLines.ifPresent(BadLines::remove));
    }

    private void checkNames(List<Contents> all) {
        List<String> names = all.stream()
                .flatMap(contents -> contents.columns().stream())
                .map(SourceColumn::name)
                .distinct()
                .toList();
        for (String said : options.types().keySet()) {
            if (names.stream().noneMatch(said::equalsIgnoreCase)) {
                throw new FailureException(
                        "There is no column " + said + " to give a type.",
                        "There are " + String.join(", ", names) + ".");
            }
        }
    }
}
