package io.duckboard.board.rule;

import io.duckboard.engine.sql.SqlType;
import io.duckboard.format.Harmless;
import java.util.Locale;

/**
 * A column of the lake.
 *
 * @param type DuckDB's own name
 * @param isPartition whether its values are in the names of folders
 */
record LakeColumn(String name, String type, boolean isPartition) {

    private static final String CUT = "…";
    private static final int LONGEST_LABEL = 60;

    /** What a column is good for, as its type tells. */
    enum Family {
        TIME,
        NUMBER,
        TEXT,
        BOOLEAN,
        /** Lists, structures, bytes: nothing that a picture could show. */
        OTHER
    }

    Family family() {
        String upper = type.toUpperCase(Locale.ROOT);
        var sql = new SqlType(upper);
        if (upper.equals("DATE") || (upper.startsWith("TIMESTAMP") && !sql.isNested())) {
            return Family.TIME;
        }
        if (sql.isNumber() && !upper.equals("BIGNUM")) {
            return Family.NUMBER;
        }
        if (upper.equals("VARCHAR") || (upper.startsWith("ENUM(") && !sql.isNested())) {
            return Family.TEXT;
        }
        return upper.equals("BOOLEAN") ? Family.BOOLEAN : Family.OTHER;
    }

    boolean isWhole() {
        return new SqlType(type.toUpperCase(Locale.ROOT)).isWhole();
    }

    boolean isDay() {
        return type.equalsIgnoreCase("DATE");
    }

    NameWords words() {
        return NameWords.of(name);
    }

    String label() {
        return label(name);
    }

    static String label(String name) {
        String words = NameWords.of(name).label();
        String label = words.isEmpty() ? "“" + Harmless.line(name.strip()) + "”" : words.equals("Ts") ? "Time" : words;
        return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) + CUT : label;
    }

    String sql() {
        return SqlName.of(name);
    }
}
