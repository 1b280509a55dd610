package io.duckboard.engine.sql.type;

import io.duckboard.engine.sql.type.ColumnType.ArrayOf;
import io.duckboard.engine.sql.type.ColumnType.Decimal;
import io.duckboard.engine.sql.type.ColumnType.Field;
import io.duckboard.engine.sql.type.ColumnType.ListOf;
import io.duckboard.engine.sql.type.ColumnType.MapOf;
import io.duckboard.engine.sql.type.ColumnType.Scalar;
import io.duckboard.engine.sql.type.ColumnType.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Types by chance, the same ones for the same seed. */
final class AnyTypes {

    private static final List<String> SCALARS = List.of(
            "\"NULL\"",
            "TINYINT",
            "UTINYINT",
            "SMALLINT",
            "INTEGER",
            "UINTEGER",
            "BIGINT",
            "UBIGINT",
            "HUGEINT",
            "UHUGEINT",
            "FLOAT",
            "DOUBLE",
            "DATE",
            "TIMESTAMP_S",
            "TIMESTAMP",
            "TIMESTAMP_NS",
            "TIMESTAMP WITH TIME ZONE",
            "TIME",
            "VARCHAR",
            "JSON",
            "BOOLEAN",
            "BLOB",
            "UUID");

    private static final List<String> IDENTIFIERS = List.of("a", "A", "b", "\"b \"\"c\"", "\"ü\"", "\"Ü\"");

    private final Random random;

    AnyTypes(long seed) {
        random = new Random(seed);
    }

    ColumnType next(int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(12)) {
            case 0 -> new ListOf(next(depth - 1));
            case 1 -> new ArrayOf(next(depth - 1), 2);
            case 2 -> new MapOf(next(depth - 1), next(depth - 1));
            case 3, 4, 5 -> struct(depth - 1);
            case 6 -> {
                int precision = 1 + random.nextInt(Decimal.MOST_DIGITS);
                yield new Decimal(precision, random.nextInt(precision + 1));
            }
            default -> new Scalar(SCALARS.get(random.nextInt(SCALARS.size())));
        };
    }

    /** One that often unites with {@code type}. */
    ColumnType like(ColumnType type) {
        return switch (type) {
            case ListOf(ColumnType element) -> new ListOf(like(element));
            case ArrayOf(ColumnType element, int _) -> new ListOf(like(element));
            case MapOf(ColumnType key, ColumnType value) -> new MapOf(like(key), like(value));
            case Struct(List<Field> fields) -> {
                var others = new ArrayList<>(fields);
                others.set(
                        0,
                        new Field(
                                fields.getFirst().identifier(),
                                like(fields.getFirst().type())));
                yield new Struct(others.reversed());
            }
            case Scalar _, Decimal _ -> next(0);
        };
    }

    private ColumnType struct(int depth) {
        var fields = new ArrayList<Field>();
        for (String identifier : IDENTIFIERS) {
            boolean free = fields.stream().noneMatch(field -> field.identifier().equalsIgnoreCase(identifier));
            if (free && random.nextBoolean()) {
                fields.add(new Field(identifier, next(depth)));
            }
        }
        return fields.isEmpty() ? next(depth) : new Struct(fields);
    }
}
