package io.duckboard.engine.sql;

import java.util.Set;

/**
 * One of DuckDB's types.
 *
 * @param name DuckDB's own, such as {@code DECIMAL(10,2)} or {@code BIGINT[]}
 */
public record SqlType(String name) {

    private static final Set<String> WHOLE = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT");

    private static final Set<String> OTHERS = Set.of("BIGNUM", "FLOAT", "DOUBLE");

    /** The type of something whose type is unknown. */
    public static final SqlType UNKNOWN = new SqlType("");

    /** Whether its values are discrete, with none between one and the next. */
    public boolean isWhole() {
        return WHOLE.contains(name);
    }

    /** Whether its values are numbers. A list of numbers does not count. */
    public boolean isNumber() {
        return isWhole() || OTHERS.contains(name) || (name.startsWith("DECIMAL(") && name.endsWith(")"));
    }

    /** Whether its values are days, times of day, or both. */
    public boolean isTime() {
        return name.equals("DATE") || (name.startsWith("TIME") && !isNested());
    }

    /** Whether a value can be, or can contain, arbitrary text, as opposed to a number, a time or the like. */
    public boolean mayHoldText() {
        return !isNumber() && !isTime() && !name.matches("BOOLEAN|UUID|BIT");
    }

    /** Whether its values are lists, structures, maps or unions. */
    public boolean isNested() {
        return name.endsWith("]") || name.matches("(?s)(STRUCT|MAP|UNION)\\(.*");
    }

    /** The type without its parameters: {@code STRUCT[]}, {@code TIMESTAMPTZ}, {@code ENUM}. */
    public String shortName() {
        String outer = name.replaceFirst("(?s)^(STRUCT|MAP|UNION|ENUM)\\(.*\\)", "$1");
        return outer.replaceFirst("^(TIMESTAMP|TIME) WITH TIME ZONE", "$1TZ");
    }
}
