package io.duckboard.lake.tables;

import io.duckboard.engine.failure.FailureException;
import java.util.List;
import java.util.Locale;

/** Checks that SQL can use a table's name without quotes. */
final class TableName {

    private TableName() {}

    /** @throws FailureException if the name is not allowed */
    static void check(String name, List<String> reserved) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,62}")) {
            throw new FailureException(
                    "'" + name + "' is no name for a table.",
                    "Use up to 63 letters, digits and underscores, and no digit first.");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (reserved.contains(lower) || lower.matches("(duckdb|pragma|pg|sqlite)_.*")) {
            throw new FailureException("'" + name + "' is a word of SQL or of DuckDB's own.", "Choose another name.");
        }
    }
}
