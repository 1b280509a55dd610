package io.duckboard.sql;

import java.util.Set;

/**
 * A type of DuckDB's.
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

    /** Whether there is nothing between a value and the next. */
    public boolean isWhole() {
        return WHOLE.contains(name);
    }

    /** Whether its values are numbers; a list of them is none. */
    public boolean isNumber() {
        return isWhole() || OTHERS.contains(name) || (name.startsWith("DECIMAL(") && name.endsWith(")"));
    }
}
