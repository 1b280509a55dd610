package io.duckboard.engine.guard;

import io.duckboard.engine.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Decides which functions a query may call. */
final class FunctionRule {

    /** Table functions that work on values and names. All others are refused, including those of a later DuckDB. */
    static final Set<String> TABLE_FUNCTIONS = Set.of(
            "duckdb_columns",
            "duckdb_constraints",
            "duckdb_coordinate_systems",
            "duckdb_databases",
            "duckdb_dependencies",
            "duckdb_functions",
            "duckdb_indexes",
            "duckdb_keywords",
            "duckdb_memory",
            "duckdb_optimizers",
            "duckdb_schemas",
            "duckdb_sequences",
            "duckdb_tables",
            "duckdb_types",
            "generate_series",
            "icu_calendar_names",
            "json_each",
            "json_tree",
            "pg_timezone_names",
            "pragma_collations",
            "pragma_version",
            "range",
            "repeat",
            "repeat_row",
            "summary",
            "test_all_types",
            "unnest");

    /** Table functions whose first argument names files. */
    static final Set<String> FILE_FUNCTIONS = Set.of(
            "glob",
            "parquet_bloom_probe",
            "parquet_file_metadata",
            "parquet_full_metadata",
            "parquet_kv_metadata",
            "parquet_metadata",
            "parquet_scan",
            "parquet_schema",
            "read_csv",
            "read_csv_auto",
            "read_json",
            "read_json_auto",
            "read_json_objects",
            "read_json_objects_auto",
            "read_ndjson",
            "read_ndjson_auto",
            "read_ndjson_objects",
            "read_parquet");

    /** The only function whose further arguments are values to look for. */
    private static final String WITH_VALUES = "parquet_bloom_probe";

    /**
     * Scalar functions that are refused because they read settings, logs or the engine's own statements (which contain
     * the lake's path), change state, block the engine, plan SQL given as text (which opens the files it names), or
     * take raw bytes for DuckDB's own structures.
     */
    static final Set<String> REFUSED = Set.of(
            "combine",
            "current_query",
            "current_setting",
            "currval",
            "finalize",
            "getenv",
            "getvariable",
            "json_deserialize_sql",
            "json_execute_serialized_sql",
            "json_serialize_plan",
            "json_serialize_sql",
            "nextval",
            "parse_duckdb_log_message",
            "pg_get_viewdef",
            "pg_sleep",
            "sleep_ms",
            "variant_bytes_to_variant",
            "write_log");

    /**
     * Options of the file functions that say how to read. Other options reach more files, make tables, or use more
     * memory.
     */
    private static final Set<String> OPTIONS = Set.of(
            "all_varchar",
            "allow_quoted_nulls",
            "auto_detect",
            "auto_type_candidates",
            "binary_as_string",
            "column_names",
            "column_types",
            "columns",
            "comment",
            "compression",
            "convert_strings_to_integers",
            "date_format",
            "dateformat",
            "decimal_separator",
            "delim",
            "dtypes",
            "escape",
            "field_appearance_threshold",
            "file_row_number",
            "filename",
            "force_not_null",
            "format",
            "header",
            "hive_partitioning",
            "hive_types",
            "hive_types_autocast",
            "ignore_errors",
            "map_inference_threshold",
            "maximum_depth",
            "names",
            "new_line",
            "normalize_names",
            "null_padding",
            "nullstr",
            "parallel",
            "quote",
            "records",
            "sample_size",
            "sep",
            "skip",
            "strict_mode",
            "thousands",
            "timestamp_format",
            "timestampformat",
            "types",
            "union_by_name");

    private final PathRule paths;
    private final Reads.Collector reads;

    FunctionRule(PathRule paths, Reads.Collector reads) {
        this.paths = paths;
        this.reads = reads;
    }

    void check(String function) throws RefusedException {
        String name = function.toLowerCase(Locale.ROOT);
        reads.addFunction(name);
        if (REFUSED.contains(name) || name.startsWith("__internal_")) {
            throw RefusedException.notAllowed("The function " + name + " may not be called here.", "Leave it out.");
        }
    }

    void checkTable(JsonObject function) throws RefusedException {
        String name = function.text("function_name").toLowerCase(Locale.ROOT);
        if (FILE_FUNCTIONS.contains(name)) {
            reads.add(Reads.Other.FILES);
            checkFiles(name, function.objects("children").toList());
        } else if (!TABLE_FUNCTIONS.contains(name)) {
            throw RefusedException.notAllowed(
                    "The table function " + name + " may not be called here.",
                    "Data comes from the lake's tables; SHOW TABLES lists them.");
        } else {
            reads.addTableFunction(name);
        }
    }

    private void checkFiles(String function, List<JsonObject> arguments) throws RefusedException {
        if (arguments.isEmpty() || isOption(arguments.getFirst())) {
            throw notLiteral(function);
        }
        for (JsonObject file : files(arguments.getFirst())) {
            paths.check(text(function, file));
        }
        for (JsonObject argument : arguments.subList(1, arguments.size())) {
            if (!isOption(argument) && !function.equals(WITH_VALUES)) {
                throw RefusedException.notAllowed(
                        function + " takes one argument without a name.",
                        "Write several files as one list: ['…', '…'].");
            }
            if (isOption(argument) && !OPTIONS.contains(option(argument))) {
                throw RefusedException.notAllowed(
                        "The option " + option(argument) + " of " + function + " may not be used here.",
                        "Leave it out.");
            }
        }
    }

    /** Lists of paths are written as [...], ARRAY[...] or list_value(...). */
    private static List<JsonObject> files(JsonObject argument) {
        boolean isList = Objects.equals(argument.get("type"), "ARRAY_CONSTRUCTOR")
                || Objects.equals(argument.get("function_name"), "list_value");
        return isList ? argument.objects("children").toList() : List.of(argument);
    }

    private static String text(String function, JsonObject file) throws RefusedException {
        if (Objects.equals(file.get("class"), "CONSTANT")
                && file.object("value").get("value") instanceof String path
                && file.text("alias").isEmpty()) {
            return path;
        }
        throw notLiteral(function);
    }

    private static RefusedException notLiteral(String function) {
        return RefusedException.notAllowed(
                "The files of " + function + " are to be written out.",
                "Write each path as one text in quotes, or a list of such.");
    }

    /** Options are written as {@code name = value}, {@code name := value} or {@code name => value}. */
    private static boolean isOption(JsonObject argument) {
        return isAssignment(argument) || !argument.text("alias").isEmpty();
    }

    private static String option(JsonObject argument) {
        Object name = isAssignment(argument)
                ? argument.object("left").list("column_names").getLast()
                : argument.text("alias");
        return String.valueOf(name).toLowerCase(Locale.ROOT);
    }

    private static boolean isAssignment(JsonObject argument) {
        return Objects.equals(argument.get("type"), "COMPARE_EQUAL")
                && argument.object("left").has("column_names");
    }
}
