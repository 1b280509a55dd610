package io.duckboard.datapage;

import io.duckboard.engine.sql.SqlType;
import java.util.Locale;

/** Types that are summed up alike. */
public enum ColumnFamily {
    WHOLE,
    NUMBER,
    TIME,
    TEXT,
    BOOLEAN,
    /** By the number of their items. */
    LIST,
    /** With a least and a greatest value, and no more. */
    ORDERED,
    /** Structures, maps, bytes, ids: how many there are. */
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

    /** The column's values as numbers on a line, in SQL: seconds for times, items for lists; NULL for what has none. */
    String measure(String column) {
        return switch (this) {
            case WHOLE, NUMBER -> finite("CAST(" + column + " AS DOUBLE)", "%s");
            case TIME -> finite("CAST(" + column + " AS TIMESTAMP)", "epoch(%s)");
            case LIST -> "CAST(len(" + column + ") AS DOUBLE)";
            case TEXT, BOOLEAN, ORDERED, OPAQUE -> "CAST(NULL AS DOUBLE)";
        };
    }

    /** What has a least and a greatest, in SQL. */
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
