package io.duckboard.lake.tables;

import io.duckboard.engine.catalog.Catalog;
import java.util.List;

/** What a Parquet file says of itself. */
record ParquetFile(Catalog.File file, long rows, List<Catalog.Field> columns) {

    ParquetFile {
        columns = List.copyOf(columns);
    }
}
