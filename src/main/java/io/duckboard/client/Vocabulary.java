package io.duckboard.client;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words that a SQL editor can offer: DuckDB's words, and the tables of the lake.
 *
 * @param reserved the keywords that cannot be names without quotes
 */
public record Vocabulary(List<String> keywords, List<String> reserved, List<String> functions, List<Table> tables) {

    /**
     * Asks for everything at once, as one row. It leaves out operators, which are functions to DuckDB but not to
     * people.
     */
    private static final String QUESTION = """
            SELECT
              (SELECT list(keyword_name ORDER BY keyword_name) FROM duckdb_keywords()) AS keywords,
              (SELECT list(keyword_name ORDER BY keyword_name) FROM duckdb_keywords()
                 WHERE keyword_category <> 'unreserved') AS reserved,
              (SELECT list(DISTINCT function_name ORDER BY function_name) FROM duckdb_functions()
                 WHERE regexp_full_match(function_name, '[a-z][a-z0-9_]*')) AS functions,
              (SELECT list({name: table_name, columns: columns} ORDER BY table_name) FROM (
                 SELECT table_name, list({name: column_name, type: data_type} ORDER BY column_index) AS columns
                 FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal GROUP BY table_name)) AS tables""";

    public Vocabulary {
        keywords = List.copyOf(keywords);
        reserved = List.copyOf(reserved);
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
    }

    /** @param columns in the table's order */
    public record Table(String name, List<Column> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** @param type DuckDB's name of the type */
    public record Column(String name, String type) {}

    public static Request.Query question() {
        return Request.Query.of(QUESTION).format(RowFormat.ROWS);
    }

    /** @param answer the answer to {@link #question()} */
    public static Vocabulary of(Answer.Rows answer) {
        AnswerRow row = AnswerRow.all(answer).getFirst();
        return new Vocabulary(
                row.texts("keywords"),
                row.texts("reserved"),
                row.texts("functions"),
                objects(row.value("tables")).stream().map(Vocabulary::table).toList());
    }

    private static Table table(Map<?, ?> members) {
        return new Table(
                String.valueOf(members.get("name")),
                objects(members.get("columns")).stream()
                        .map(column ->
                                new Column(String.valueOf(column.get("name")), String.valueOf(column.get("type"))))
                        .toList());
    }

    /** A lake without tables returns NULL here. */
    private static List<Map<?, ?>> objects(@Nullable Object values) {
        return values instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(value -> (Map<?, ?>) value).toList()
                : List.of();
    }
}
