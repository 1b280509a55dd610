package io.duckboard.cli.query;

import io.duckboard.engine.protocol.Export;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats in which an answer can be written. */
enum Format {
    TABLE,
    CSV,
    JSON,
    PARQUET,
    MARKDOWN;

    static final String NAMES = Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", "));

    static Optional<Format> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Finds the format by the file name's extension. */
    static Optional<Format> of(Path file) {
        String name = file.toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return switch (extension.toLowerCase(Locale.ROOT)) {
            case "parquet" -> Optional.of(PARQUET);
            case "csv" -> Optional.of(CSV);
            case "json", "jsonl", "ndjson" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    /** Returns the engine's export format for it, or nothing if the format is only for people to read. */
    Optional<Export> export() {
        return switch (this) {
            case PARQUET -> Optional.of(new Export.Parquet());
            case CSV -> Optional.of(new Export.Csv(Export.Escape.NONE));
            case JSON -> Optional.of(new Export.JsonLines());
            case TABLE, MARKDOWN -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
