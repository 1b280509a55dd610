package io.duckboard.lake.tables;

import io.duckboard.lake.load.LoadDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How DuckDB reads a kind of file. */
enum Reader {
    PARQUET("Parquet", "read_parquet(%s, union_by_name = true, hive_partitioning = false)", "parquet|pq"),
    /** All rows are looked at for their types, lest the last be a surprise. */
    CSV("CSV", "read_csv(%s, union_by_name = true, sample_size = -1, hive_partitioning = false)", "csv|tsv|txt"),
    JSON("JSON", "read_json(%s, union_by_name = true, hive_partitioning = false)", "json|jsonl|ndjson");

    private final String title;
    private final String function;
    private final String endings;

    Reader(String title, String function, String endings) {
        this.title = title;
        this.function = function;
        this.endings = endings;
    }

    /** By the file's name, be it compressed or not; empty if that tells nothing. */
    static Optional<Reader> named(String file) {
        String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
        return Stream.of(values())
                .filter(reader -> name.matches(".*\\.(" + reader.endings + ")"))
                .findFirst();
    }

    String title() {
        return title;
    }

    /** What stands behind FROM. */
    String of(Path file) {
        return of(List.of(file));
    }

    String of(List<Path> files) {
        return function.formatted(
                files.stream().map(file -> LoadDatabase.literal(file)).collect(Collectors.joining(", ", "[", "]")));
    }
}
