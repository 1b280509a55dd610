package io.duckboard.lake.tables;

import io.duckboard.lake.load.LoadDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways in which DuckDB reads a kind of file. */
enum Reader {
    PARQUET("Parquet", "read_parquet(%s, union_by_name = true, hive_partitioning = false)", "parquet|pq"),
    /** DuckDB looks at all rows to find their types, so that no later row fails. */
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

    /** Finds the reader by the file's name, compressed or not; empty if the name does not show it. */
    static Optional<Reader> named(String file) {
        String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
        return Stream.of(values())
                .filter(reader -> name.matches(".*\\.(" + reader.endings + ")"))
                .findFirst();
    }

    String title() {
        return title;
    }

    /** Returns the text to put after FROM. */
    String of(Path file) {
        return of(List.of(file));
    }

    String of(List<Path> files) {
        return function.formatted(
                files.stream().map(file -> LoadDatabase.literal(file)).collect(Collectors.joining(", ", "[", "]")));
    }
}
