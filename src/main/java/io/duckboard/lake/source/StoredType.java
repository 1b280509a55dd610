package io.duckboard.lake.source;

import io.duckboard.engine.sql.type.ColumnType;
import io.duckboard.engine.sql.type.ColumnType.Field;
import io.duckboard.engine.sql.type.ColumnType.ListOf;
import io.duckboard.engine.sql.type.ColumnType.MapOf;
import io.duckboard.engine.sql.type.ColumnType.Scalar;
import io.duckboard.engine.sql.type.ColumnType.Struct;
import java.util.List;

/** The types that Parquet has for columns. DuckDB would write a HUGEINT as a DOUBLE, and NULL alone as an INTEGER. */
final class StoredType {

    private static final ColumnType LARGE_INTEGER = new ColumnType.Decimal(38, 0);

    private StoredType() {}

    /** The type that holds the same values in a file. */
    static ColumnType of(ColumnType type) {
        return switch (type) {
            case ListOf(ColumnType element) -> new ListOf(of(element));
            case MapOf(ColumnType key, ColumnType value) -> new MapOf(of(key), of(value));
            case Struct(List<Field> fields) ->
                new Struct(fields.stream()
                        .map(field -> new Field(field.identifier(), of(field.type())))
                        .toList());
            case Scalar(String name) when name.matches("U?HUGEINT") -> LARGE_INTEGER;
            case Scalar _ when type.equals(ColumnType.NULL) -> ColumnType.VARCHAR;
            default -> type;
        };
    }
}
