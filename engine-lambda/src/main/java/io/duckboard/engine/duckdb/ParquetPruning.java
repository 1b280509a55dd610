package io.duckboard.engine.duckdb;

import io.duckboard.engine.catalog.Catalog;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps DuckDB 1.5.5 from passing over rows of Parquet files that a query asks for. It takes the maximum in a file for
 * the greatest value, although NaN is above it (duckdb/duckdb#25521). And it looks for a BLOB in a bloom filter by the
 * BLOB's text instead of its bytes (#24994).
 */
final class ParquetPruning {

    /** A further argument of read_parquet. */
    static final String NAN = ", can_have_nan = true";

    private ParquetPruning() {}

    /**
     * What follows {@code SELECT *} so that no bloom filter is asked for a BLOB: DuckDB compares an expression with
     * values, and only a column with bloom filters.
     */
    static String replacement(List<Catalog.Field> columns) {
        String blobs = columns.stream()
                .filter(column -> column.type().equals("BLOB"))
                .map(column -> expression(TableView.quoted(column.name())) + " AS " + TableView.quoted(column.name()))
                .collect(Collectors.joining(", "));
        return blobs.isEmpty() ? "" : " REPLACE (" + blobs + ")";
    }

    /** A BLOB that is not asked for in bloom filters. Not a concatenation, which would copy every value. */
    static String expression(String column) {
        return "if(" + column + " IS NULL, NULL, " + column + ")";
    }
}
