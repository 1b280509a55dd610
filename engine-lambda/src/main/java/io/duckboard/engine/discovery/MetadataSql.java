package io.duckboard.engine.discovery;

import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.discovery.ColumnValues.Range;
import io.duckboard.engine.sql.Quoted;
import io.duckboard.engine.sql.type.ColumnType;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks DuckDB for the metadata of Parquet files, by paths that it can read. */
public final class MetadataSql {

    private final Connection connection;

    public MetadataSql(Connection connection) {
        this.connection = connection;
    }

    /** The columns of a file. One that Parquet itself says is always NULL has the type {@code "NULL"}. */
    public List<Field> columns(String path) throws SQLException {
        String file = Quoted.file(path);
        Set<String> empty = new HashSet<>();
        var columns = new ArrayList<Field>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(
                    "SELECT name FROM parquet_schema(" + file + ") WHERE logical_type = 'NullType()'")) {
                while (rows.next()) {
                    empty.add(rows.getString(1));
                }
            }
            try (ResultSet rows =
                    statement.executeQuery("SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet(" + file
                            + ", hive_partitioning = false))")) {
                while (rows.next()) {
                    boolean isEmpty = rows.getString(2).equals("INTEGER") && empty.contains(rows.getString(1));
                    columns.add(new Field(rows.getString(1), isEmpty ? ColumnType.NULL.sql() : rows.getString(2), ""));
                }
            }
        }
        return columns;
    }

    /** What the statistics say about a column that is not nested. */
    public ColumnValues values(Collection<String> paths, String column) throws SQLException {
        String files = paths.stream().map(Quoted::file).collect(Collectors.joining(", ", "[", "]"));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                SELECT coalesce(bool_and(nulls), false),
                       bool_and(integers OR nulls), min(least), max(greatest),
                       bool_and(times OR nulls), min(first), max(last)
                FROM (SELECT stats_null_count, num_values, coalesce(stats_null_count = num_values, false) AS nulls,
                             TRY_CAST(stats_min_value AS HUGEINT) AS least,
                             TRY_CAST(stats_max_value AS HUGEINT) AS greatest,
                             least IS NOT NULL AND greatest IS NOT NULL AS integers,
                             TRY_CAST(stats_min_value AS TIMESTAMP) AS first,
                             TRY_CAST(stats_max_value AS TIMESTAMP) AS last,
                             first IS NOT NULL AND last IS NOT NULL AS times
                      FROM parquet_metadata(%s) WHERE lower(path_in_schema) = lower(%s))""".formatted(files, Quoted.literal(column)))) {
            row.next();
            return new ColumnValues(
                    row.getBoolean(1),
                    row.getBoolean(2) ? range(integer(row, 3), integer(row, 4)) : Optional.empty(),
                    row.getBoolean(5) ? range(time(row, 6), time(row, 7)) : Optional.empty());
        }
    }

    private static <T extends Comparable<? super T>> Optional<Range<T>> range(Optional<T> least, Optional<T> greatest) {
        return least.isPresent() && greatest.isPresent()
                ? Optional.of(new Range<>(least.get(), greatest.get()))
                : Optional.empty();
    }

    private static Optional<BigInteger> integer(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(BigInteger::new);
    }

    private static Optional<LocalDateTime> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class));
    }
}
