package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import java.util.List;

/** The metadata of a Parquet file. */
record ParquetFile(Catalog.File file, long rows, List<Catalog.Field> columns) {

    ParquetFile {
        columns = List.copyOf(columns);
    }
}
