package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Reads the metadata of Parquet files in the place where they lie. */
public interface ParquetMetadata extends FileEnds {

    /**
     * The columns of a file with the types that DuckDB gives them.
     *
     * @throws UnreadableFileException if DuckDB cannot read this file
     * @throws IOException if the store cannot be read
     */
    List<Catalog.Field> columns(Catalog.File file) throws IOException;

    /**
     * What the statistics of files say about one of their columns.
     *
     * @throws IOException if the store cannot be read
     */
    ColumnValues values(Collection<Catalog.File> files, String column) throws IOException;
}
