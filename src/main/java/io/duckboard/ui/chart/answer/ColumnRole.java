package io.duckboard.ui.chart.answer;

import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.sql.SqlType;
import java.util.regex.Pattern;

/** The role that a column can have in a chart. */
enum ColumnRole {
    NUMBER,
    /** A day, or a day and a time. */
    TIME,
    LABEL,
    /** Lists, structs and maps, which have no place in a chart. */
    NESTED;

    private static final Pattern ZONE_ID = Pattern.compile("(?i).*(location|zone)_?id");
    private static final Pattern ID = Pattern.compile("(?i:(.*_)?id)|.*[a-z]Id");
    private static final Pattern PART_OF_TIME =
            Pattern.compile("(?i)(.*_)?(year|quarter|month|week|weekday|dow|day|hour|minute)(_of_.*)?");

    static ColumnRole of(Column column) {
        String type = column.type();
        if (new SqlType(type).isNumber()) {
            return NUMBER;
        }
        if (type.equals("DATE") || type.startsWith("TIMESTAMP")) {
            return TIME;
        }
        boolean nested = type.endsWith("]")
                || type.startsWith("STRUCT(")
                || type.startsWith("MAP(")
                || type.startsWith("UNION(")
                || type.equals("VARIANT");
        return nested ? NESTED : LABEL;
    }

    /** Whether a column's name suggests ids of taxi zones. */
    static boolean isZoneId(Column column) {
        return new SqlType(column.type()).isWhole()
                && ZONE_ID.matcher(column.name()).matches();
    }

    /** Whether a column's name suggests years, months, days or hours. */
    static boolean isPartOfTime(Column column) {
        return new SqlType(column.type()).isWhole()
                && PART_OF_TIME.matcher(column.name()).matches();
    }

    /** Whether a column's numbers are ids and not measures. */
    static boolean isId(Column column) {
        return of(column) == NUMBER
                && (isZoneId(column)
                        || isPartOfTime(column)
                        || ID.matcher(column.name()).matches());
    }
}
