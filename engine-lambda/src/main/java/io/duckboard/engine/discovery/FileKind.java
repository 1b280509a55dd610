package io.duckboard.engine.discovery;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is by its name. */
enum FileKind {
    PARQUET,
    /** Hive and Athena write Parquet files without an extension; only the bytes say what such a file is. */
    NAMELESS,
    /** A Parquet file that was compressed as a whole. DuckDB cannot read it from its end. */
    COMPRESSED_PARQUET,
    /** A file that {@code lake add} makes a table of. */
    SOURCE,
    OTHER;

    private static final Pattern PARQUET_NAME = Pattern.compile("(?s).*\\.(?:parquet|parq|pq)");
    private static final Pattern COMPRESSED_NAME =
            Pattern.compile("(?s).*\\.(?:parquet|parq|pq)\\.(?:gz|gzip|zst|zstd|bz2|xz|zip|lz4|snappy)");
    private static final Pattern SOURCE_NAME =
            Pattern.compile("(?s).*\\.(?:csv|tsv|json|jsonl|ndjson)(?:\\.(?:gz|zst))?|.*\\.xlsx");

    static FileKind of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (PARQUET_NAME.matcher(lower).matches()) {
            return PARQUET;
        }
        if (COMPRESSED_NAME.matcher(lower).matches()) {
            return COMPRESSED_PARQUET;
        }
        if (SOURCE_NAME.matcher(lower).matches()) {
            return SOURCE;
        }
        return name.contains(".") ? OTHER : NAMELESS;
    }
}
