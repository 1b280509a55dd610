package io.duckboard.datapage;

import io.duckboard.engine.sql.SqlType;
import java.util.Locale;

/** A family of types that are summed up in the same way. */
public enum ColumnFamily {
    WHOLE,
    NUMBER,
    TIME,
    TEXT,
    BOOLEAN,
    /** Summed up by the number of their items. */
    LIST,
    /** Summed up by a least and a greatest value only. */
    ORDERED,
    /** Structures, maps, bytes and ids, which are only counted. */
    OPAQUE;

    static ColumnFamily of(String type) {
        String name = type.toUpperCase(Locale.ROOT);
        if (name.endsWith("]")) {
            return LIST;
        }
        if (new SqlType(name).isWhole()) {
            return WHOLE;
        }
        if (name.equals("DATE") || name.startsWith("TIMESTAMP")) {
            return TIME;
        }
        return switch (name.replaceFirst("\\(.*", "")) {
            case "DOUBLE", "FLOAT", "DECIMAL" -> NUMBER;
            case "VARCHAR", "ENUM" -> TEXT;
            case "BOOLEAN" -> BOOLEAN;
            case "TIME", "TIME WITH TIME ZONE", "TIME_NS", "INTERVAL" -> ORDERED;
            default -> OPAQUE;
        };
    }

    /**
     * Returns SQL for the column's values as numbers on a line: seconds for times, items for lists, and NULL for values
     * that have no number.
     */
    String measure(String column) {
        return switch (this) {
            case WHOLE, NUMBER -> finite("CAST(" + column + " AS DOUBLE)", "%s");
            case TIME -> finite("CAST(" + column + " AS TIMESTAMP)", "epoch(%s)");
            case LIST -> "CAST(len(" + column + ") AS DOUBLE)";
            case TEXT, BOOLEAN, ORDERED, OPAQUE -> "CAST(NULL AS DOUBLE)";
        };
    }

    /** Returns SQL for the values that have a least and a greatest one. */
    String compared(String column) {
        return switch (this) {
            case LIST -> "len(" + column + ")";
            case BOOLEAN, OPAQUE -> "CAST(NULL AS VARCHAR)";
            case WHOLE, NUMBER, TIME, TEXT, ORDERED -> column;
        };
    }

    private static String finite(String value, String measure) {
        return "CASE WHEN isfinite(" + value + ") THEN " + measure.formatted(value) + " END";
    }
}
