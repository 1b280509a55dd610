package io.duckboard.lake.tables;

import io.duckboard.lake.load.LoadDatabase;
import java.nio.file.Path;

/** How DuckDB reads a file of this machine. */
enum Reader {
    PARQUET("read_parquet(%s, hive_partitioning = false)");

    private final String function;

    Reader(String function) {
        this.function = function;
    }

    /** Returns the text to put after FROM. */
    String of(Path file) {
        return function.formatted(LoadDatabase.only(file));
    }
}
