package io.duckboard.engine.guard;

import io.duckboard.engine.protocol.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which tables a query may name: DuckDB takes a name that no table has for a file. */
final class TableRule {

    /** System views that tell of settings, other queries or files. */
    static final Set<String> REFUSED = Set.of("duckdb_logs", "pg_prepared_statements", "pg_settings");

    /** What SHOW means by itself: lists of names. */
    private static final Set<String> SHOWN =
            Set.of("", "\"databases\"", "\"schemas\"", "\"tables\"", "__show_tables_expanded");

    private static final Pattern PATH = Pattern.compile("[./\\\\:*?\\[%#]");
    private static final Pattern FILE = Pattern.compile(
            ".*\\.(?:parquet|csv|tsv|json|jsonl|ndjson|db|duckdb)(?:\\.\\w+)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final PathRule paths;

    TableRule(PathRule paths) {
        this.paths = paths;
    }

    void check(JsonObject table) throws RefusedException {
        String name = table.text("table_name");
        // DuckDB joins the parts of a name before it looks for a file.
        String whole = Stream.of(table.text("catalog_name"), table.text("schema_name"), name)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
        if (PATH.matcher(name).find() || FILE.matcher(whole).matches()) {
            paths.check(whole);
        }
        if (REFUSED.contains(name.toLowerCase(Locale.ROOT))) {
            throw RefusedException.notAllowed(
                    "The system's view " + name + " may not be read.", "SHOW TABLES lists the lake's tables.");
        }
    }

    void checkShown(JsonObject show) throws RefusedException {
        if (!SHOWN.contains(show.text("table_name"))) {
            throw RefusedException.notAllowed(
                    "SHOW " + show.text("table_name").replace("\"", "") + " may not run here.",
                    "SHOW TABLES and DESCRIBE may.");
        }
    }
}
