package io.duckboard.engine.guard;

import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tables a query may name. DuckDB joins catalog, schema and name of what it does not know, and takes them for a file
 * if an extension stands in them, be it with more behind it: so a name passes if none of its parts can be one of a path, or
 * if it is known, as the table csv is in main.csv.
 */
final class TableRule {

    /** System views that tell of settings, other queries or files; the text of a view tells where the lake lies. */
    static final Set<String> REFUSED = Set.of(
            "duckdb_logs",
            "duckdb_views",
            "pg_prepared_statements",
            "pg_settings",
            "pg_views",
            "sqlite_master",
            "sqlite_schema",
            "sqlite_temp_master",
            "sqlite_temp_schema");

    /** Texts of views too, but not a name of the system's alone. */
    private static final String STANDARD = "information_schema";

    private static final String STANDARD_VIEWS = "views";

    /** What SHOW means by itself: lists of names. */
    private static final Set<String> SHOWN =
            Set.of("", "\"databases\"", "\"schemas\"", "\"tables\"", "__show_tables_expanded");

    private static final Set<String> CATALOGS = Set.of("", "memory", "system", "temp");

    /** The catalogs too: of two parts the parser takes the first for a schema. Of what USING KEY has found, it is recurring. */
    private static final Set<String> SCHEMAS =
            Set.of("", "main", "lake", "information_schema", "pg_catalog", "memory", "system", "temp", "recurring");

    /** Where the lake's tables are. */
    private static final Set<String> HOME = Set.of("", "main", "memory");

    private static final Pattern PATH = Pattern.compile("[./\\\\:*?\\[\\]%#]");
    private static final Pattern FILE = Pattern.compile(
            ".*\\.(?:parquet|csv|tsv|json|jsonl|ndjson|db|ddb|duckdb)(?:\\W.*|\\.\\w+)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final PathRule paths;
    private final KnownTables tables;

    TableRule(PathRule paths, KnownTables tables) {
        this.paths = paths;
        this.tables = tables;
    }

    void check(JsonObject table) throws RefusedException {
        String catalog = table.text("catalog_name");
        String schema = table.text("schema_name");
        String name = table.text("table_name");
        if (REFUSED.contains(name.toLowerCase(Locale.ROOT))
                || (STANDARD.equalsIgnoreCase(schema) && STANDARD_VIEWS.equalsIgnoreCase(name))) {
            throw RefusedException.notAllowed(
                    "The system's view " + name + " may not be read.",
                    "SHOW TABLES and information_schema.tables list the lake's tables.");
        }
        String whole =
                Stream.of(catalog, schema, name).filter(part -> !part.isEmpty()).collect(Collectors.joining("."));
        boolean here = CATALOGS.contains(catalog.toLowerCase(Locale.ROOT))
                && SCHEMAS.contains(schema.toLowerCase(Locale.ROOT));
        boolean plain = !PATH.matcher(catalog + schema + name).find()
                && !FILE.matcher(whole).matches();
        if (here && plain) {
            return;
        }
        if (isHome(schema) && isHome(catalog) && tables.contain(name)) {
            return;
        }
        if (plain) {
            throw new RefusedException(Problem.of(
                    ErrorCode.UNKNOWN_NAME,
                    "There is no schema " + (catalog.isEmpty() ? schema : catalog + "." + schema) + ".",
                    "Name the table alone; SHOW TABLES lists them."));
        }
        paths.check(whole);
    }

    private static boolean isHome(String part) {
        return HOME.contains(part.toLowerCase(Locale.ROOT));
    }

    void checkShown(JsonObject show) throws RefusedException {
        if (!SHOWN.contains(show.text("table_name"))) {
            throw RefusedException.notAllowed(
                    "SHOW " + show.text("table_name").replace("\"", "") + " may not run here.",
                    "SHOW TABLES and DESCRIBE may.");
        }
    }
}
