package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.sql.SqlType;
import io.duckboard.engine.sql.type.ColumnType;
import io.duckboard.lake.load.LoadDatabase;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A type that the user says for a column. No value is changed to make it fit. */
record SaidType(LoadDatabase database, String name) {

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\(\\d+,(\\d+)\\)");

    /** @throws FailureException if DuckDB does not know it */
    static SaidType of(LoadDatabase database, String said) {
        if (!said.matches("[\\w\\s(),\\[\\]\"]+")) {
            throw unknown(said, null);
        }
        try {
            return new SaidType(
                    database,
                    database.rows("SELECT typeof(CAST(NULL AS " + said + "))")
                            .getFirst()
                            .getFirst());
        } catch (FailureException e) {
            throw unknown(said, e);
        }
    }

    private static FailureException unknown(String said, @Nullable Throwable cause) {
        return new FailureException("'" + said + "' is no type of DuckDB's.", "Check --types.", cause);
    }

    ColumnReading reading(SourceFile file, TypedRows.Column column, ColumnReading found, String relation, String text) {
        if (name.equals("VARCHAR")) {
            return ColumnReading.As.text("");
        }
        boolean time = name.equals("DATE") || name.startsWith("TIMESTAMP");
        boolean number = new SqlType(name).isNumber();
        if ((time || number) && found instanceof ColumnReading.Asks) {
            return found;
        }
        var as = new ColumnReading.As(
                name,
                value -> number && column.numbers().isPresent()
                        ? "CAST(" + column.numbers().get().plain(value) + " AS " + name + ")"
                        : time && found instanceof ColumnReading.As by && new SqlType(by.type()).isTime()
                                ? "CAST(" + by.sql().apply(value) + " AS " + name + ")"
                                : "CAST(" + value + " AS " + name + ")",
                "");
        check(
                file,
                column,
                relation,
                text,
                as.sql().apply(text),
                same(found, text, as.sql().apply(text)));
        return as;
    }

    /** A column that has its type already, as in Parquet. */
    SourceColumn cast(SourceFile file, SourceColumn column, String relation) {
        // The type that it has is said too: files are scanned together only if they have the same.
        String cast = "CAST(CAST(" + column.sql() + " AS " + column.type().sql() + ") AS " + name + ")";
        if (column.type().equals(ColumnType.NULL)) {
            return column;
        }
        refuse(
                file,
                column.name(),
                "SELECT CAST(" + column.sql() + " AS VARCHAR) FROM " + relation + " WHERE " + column.sql()
                        + " IS NOT NULL AND (TRY(" + cast + ") IS NULL OR TRY(CAST(" + cast + " AS "
                        + column.type().sql() + ")) IS DISTINCT FROM " + column.sql() + ") LIMIT 1");
        return new SourceColumn(column.name(), ColumnType.parse(name), cast);
    }

    private void check(
            SourceFile file, TypedRows.Column column, String relation, String text, String cast, String same) {
        refuse(
                file,
                column.name(),
                "SELECT " + text + " FROM " + relation + " WHERE " + text + " IS NOT NULL AND (TRY(" + cast
                        + ") IS NULL OR NOT (" + fits(text) + ") OR NOT (" + same + ")) LIMIT 1");
    }

    /** Whether the value is the same as in the type that was found: a DATE has no time, and a DOUBLE rounds. */
    private String same(ColumnReading found, String text, String cast) {
        if (!(found instanceof ColumnReading.As by)) {
            return "true";
        }
        var said = new SqlType(name);
        var type = new SqlType(by.type());
        String value = "TRY(" + by.sql().apply(text) + ")";
        if (said.isNumber() && type.isNumber()) {
            // By the text, in which a FLOAT of 0.1 is 0.1.
            return "TRY(CAST(CAST(" + cast + " AS VARCHAR) AS " + by.type() + ")) IS NOT DISTINCT FROM " + value;
        }
        return said.isTime() && type.isTime()
                ? "TRY(CAST(" + cast + " AS " + by.type() + ")) IS NOT DISTINCT FROM " + value
                : "true";
    }

    /** DuckDB rounds what has more digits behind the point than a type. */
    private String fits(String text) {
        Matcher decimal = DECIMAL.matcher(name);
        int behind = decimal.matches() ? Integer.parseInt(decimal.group(1)) : 0;
        boolean exact = decimal.matches() || new SqlType(name).isWhole();
        return exact ? "NOT regexp_matches(" + text + ", '[.,][0-9]{" + behind + "}[0-9]*[1-9]|[eE]')" : "true";
    }

    private void refuse(SourceFile file, String column, String sql) {
        List<List<String>> wrong = database.rows(sql);
        if (!wrong.isEmpty()) {
            throw new FailureException(
                    "'" + wrong.getFirst().getFirst() + "' in column " + column + " of " + file.name() + " is no "
                            + name + ".",
                    "Say another type, or leave it out.");
        }
    }
}
