package io.duckboard.lake.tables;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.load.Downloads;
import io.duckboard.lake.load.LoadProgress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds files as users name them: paths, patterns of paths, and addresses, which are downloaded. */
final class TableSources {

    private final FilesDuckDb duckdb;
    private final Downloads downloads;

    TableSources(FilesDuckDb duckdb, LoadProgress progress) {
        this.duckdb = duckdb;
        this.downloads = new Downloads(duckdb.database().folder(), progress);
    }

    /** @throws FailureException if a file does not exist, or its name does not show that it is Parquet, CSV or JSON */
    List<TableSource> find(List<String> names) {
        var sources = new ArrayList<TableSource>();
        for (String name : names) {
            if (name.matches("(?i)https?://.*")) {
                sources.add(download(name));
            } else if (name.matches("(?i)[a-z][a-z0-9+.-]+://.*")) {
                throw new FailureException(
                        name + " is no address that can be read here.", "Name files, or http and https addresses.");
            } else {
                local(name)
                        .forEach(file -> sources.add(new TableSource(file.toString(), file, reader(file.toString()))));
            }
        }
        return sources;
    }

    private List<Path> local(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                return List.of(file);
            }
            if (Files.isDirectory(file)) {
                throw new FailureException(name + " is a folder.", "Name its files: '" + name + "/*.parquet'.");
            }
        } catch (InvalidPathException e) {
            throw missing(name);
        }
        List<Path> found = name.matches(".*[*?\\[].*") ? duckdb.glob(name) : List.of();
        if (found.isEmpty()) {
            throw missing(name);
        }
        return found;
    }

    private TableSource download(String address) {
        Reader reader = reader(address.replaceFirst("[?#].*", ""));
        return new TableSource(address, downloads.get(address), reader);
    }

    private static Reader reader(String name) {
        return Reader.named(name)
                .orElseThrow(() -> new FailureException(
                        name + " does not say by its name what it is.",
                        "Let it end in .parquet, .csv, .tsv, .json or .jsonl; .gz may follow."));
    }

    private static FailureException missing(String name) {
        return new FailureException("There is no file " + name + ".", "Check its path.");
    }
}
