package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.sql.Quoted;
import io.duckboard.engine.sql.type.ColumnType;
import io.duckboard.lake.load.LoadDatabase;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the footers of Parquet files. */
final class ParquetContents {

    private final LoadDatabase database;
    private final ReadOptions options;

    ParquetContents(LoadDatabase database, ReadOptions options) {
        this.database = database;
        this.options = options;
    }

    /** @throws FailureException if it is no Parquet file, or not a whole one */
    Contents read(SourceFile file) {
        if (file.path().toString().matches("(?s).*\\\\.*")
                && file.path().toString().matches("(?s).*[\\[*?].*")) {
            throw new FailureException(
                    file.name() + " has a backslash and one of [ * ? in its path, which DuckDB cannot read.",
                    "Rename it.");
        }
        String relation = relation(List.of(file.path()));
        List<SourceColumn> columns = described(file, relation).stream()
                .map(column -> said(file, column, relation))
                .toList();
        long rows =
                database.number("SELECT num_rows FROM parquet_file_metadata(" + LoadDatabase.only(file.path()) + ")");
        Found found = new Found.Builder(file).add("Parquet").found(columns.size(), rows);
        return new Contents(file, columns, relation, rows, found);
    }

    private List<SourceColumn> described(SourceFile file, String relation) {
        try {
            Set<String> untyped = new HashSet<>(first("SELECT name FROM parquet_schema("
                    + LoadDatabase.only(file.path()) + ") WHERE duckdb_type = '\"NULL\"'"));
            return database.rows("SELECT column_name, column_type FROM (DESCRIBE FROM " + relation + ")").stream()
                    .map(row -> column(row.getFirst(), row.get(1), untyped))
                    .toList();
        } catch (FailureException e) {
            throw new FailureException(file.name() + " cannot be read as Parquet.", String.valueOf(e.getMessage()), e);
        }
    }

    /** The text after FROM, of files with the same columns. */
    static String relation(List<Path> files) {
        return "read_parquet(" + files.stream().map(LoadDatabase::only).collect(Collectors.joining(", ", "[", "]"))
                + ", union_by_name = true, hive_partitioning = false)";
    }

    private SourceColumn said(SourceFile file, SourceColumn column, String relation) {
        Optional<String> type = options.typeOf(column.name());
        return type.map(said -> SaidType.of(database, said).cast(file, column, relation))
                .orElse(column);
    }

    private static SourceColumn column(String name, String type, Set<String> untyped) {
        return new SourceColumn(
                name, untyped.contains(name) ? ColumnType.NULL : ColumnType.parse(type), Quoted.name(name));
    }

    private List<String> first(String sql) {
        return database.rows(sql).stream().map(List::getFirst).toList();
    }
}
