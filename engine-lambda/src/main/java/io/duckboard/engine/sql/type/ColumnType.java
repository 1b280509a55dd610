package io.duckboard.engine.sql.type;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The type of a column, as DuckDB's DESCRIBE, typeof and parquet_schema write it. */
public sealed interface ColumnType {

    /** What parquet_schema says of a column that has no type since it holds nothing but NULL. DESCRIBE says INTEGER. */
    ColumnType NULL = new Scalar("\"NULL\"");

    ColumnType VARCHAR = new Scalar("VARCHAR");

    /** Never fails: a text that is no tree of the types below is a {@link Scalar} of that name. */
    static ColumnType parse(String sql) {
        return TypeText.parse(sql);
    }

    /** The type in SQL, as DuckDB itself would write it. */
    String sql();

    /** A type without parts, or one whose parts do not matter here, such as an ENUM, a UNION or a GEOMETRY. */
    record Scalar(String sql) implements ColumnType {

        @Override
        public String toString() {
            return sql;
        }
    }

    /**
     * An exact number.
     *
     * @param precision its digits, 1 to 38
     * @param scale those of them that are behind the point
     */
    record Decimal(int precision, int scale) implements ColumnType {

        static final int MOST_DIGITS = 38;

        int digitsBeforePoint() {
            return precision - scale;
        }

        @Override
        public String sql() {
            return "DECIMAL(" + precision + "," + scale + ")";
        }

        @Override
        public String toString() {
            return sql();
        }
    }

    /** A list of any length. */
    record ListOf(ColumnType element) implements ColumnType {

        @Override
        public String sql() {
            return element.sql() + "[]";
        }

        @Override
        public String toString() {
            return sql();
        }
    }

    /** A list whose length is fixed. */
    record ArrayOf(ColumnType element, int length) implements ColumnType {

        @Override
        public String sql() {
            return element.sql() + "[" + length + "]";
        }

        @Override
        public String toString() {
            return sql();
        }
    }

    /** A structure of one field or more. */
    record Struct(List<Field> fields) implements ColumnType {

        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public String sql() {
            return fields.stream().map(Field::sql).collect(joining(", ", "STRUCT(", ")"));
        }

        @Override
        public String toString() {
            return sql();
        }
    }

    /**
     * A field of a structure.
     *
     * @param identifier its name in SQL, in quotes where DuckDB writes them
     */
    record Field(String identifier, ColumnType type) {

        /** The name itself: {@code a "b"} of the identifier {@code "a ""b"""}. */
        public String name() {
            return identifier.startsWith("\"")
                    ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
                    : identifier;
        }

        String sql() {
            return identifier + " " + type.sql();
        }
    }

    /** A map. */
    record MapOf(ColumnType key, ColumnType value) implements ColumnType {

        @Override
        public String sql() {
            return "MAP(" + key.sql() + ", " + value.sql() + ")";
        }

        @Override
        public String toString() {
            return sql();
        }
    }
}
