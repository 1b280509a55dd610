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
 * Decides which tables a query may name. If DuckDB does not know a table, it joins catalog, schema and name and takes
 * the result for a file if it contains a file extension, even with more text after it. So a name is allowed if none of
 * its parts can be part of a path, or if it is known, like the table csv in main.csv.
 */
final class TableRule {

    /** System views that show settings, other queries or files. The text of a view shows where the lake lies. */
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

    /** These contain the texts of views too, but their names are not reserved for the system. */
    private static final String STANDARD = "information_schema";

    private static final String STANDARD_VIEWS = "views";

    /** The lists of names that SHOW refers to. */
    private static final Set<String> SHOWN =
            Set.of("", "\"databases\"", "\"schemas\"", "\"tables\"", "__show_tables_expanded");

    private static final Set<String> CATALOGS = Set.of("", "memory", "system", "temp");

    /**
     * Includes the catalogs, since the parser takes the first of two parts for a schema, and recurring, the schema of
     * what USING KEY has found so far.
     */
    private static final Set<String> SCHEMAS =
            Set.of("", "main", "lake", "information_schema", "pg_catalog", "memory", "system", "temp", "recurring");

    /** The schema of the lake's tables. */
    private static final Set<String> HOME = Set.of("", "main", "memory");

    private static final Pattern PATH = Pattern.compile("[./\\\\:*?\\[\\]%#]");
    private static final Pattern FILE = Pattern.compile(
            ".*\\.(?:parquet|csv|tsv|json|jsonl|ndjson|db|ddb|duckdb)(?:\\W.*|\\.\\w+)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** DuckDB finds its system views without a schema too. */
    private static final Pattern SYSTEM = Pattern.compile("duckdb_|pg_|pragma_|sqlite_", Pattern.CASE_INSENSITIVE);

    private final PathRule paths;
    private final KnownTables tables;
    private final Reads.Collector reads;

    TableRule(PathRule paths, KnownTables tables, Reads.Collector reads) {
        this.paths = paths;
        this.tables = tables;
        this.reads = reads;
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
        reads.addTable(name);
        if (!isHome(schema) || !isHome(catalog) || (SYSTEM.matcher(name).lookingAt() && !tables.contain(name))) {
            reads.add(Reads.Other.SYSTEM);
        }
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
        reads.add(Reads.Other.FILES);
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
