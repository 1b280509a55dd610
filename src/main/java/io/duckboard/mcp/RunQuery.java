package io.duckboard.mcp;

import io.duckboard.datapage.TableEntry;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.sql.Lexer;
import io.duckboard.format.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the lake in SQL. What may be asked is the engine's matter, as for everybody. */
final class RunQuery implements LakeTool {

    private static final int USUAL_ROWS = 100;
    private static final int MOST_ROWS = 1_000;
    private static final double BYTES_OF_A_GB = 1e9;

    private final AgentQueries queries;
    private final double askGb;

    /** @param askGb GB of files that are read without having a person asked */
    RunQuery(AgentQueries queries, double askGb) {
        this.queries = queries;
        this.askGb = askGb;
    }

    @Override
    public String name() {
        return "run_query";
    }

    @Override
    public String title() {
        return "Ask the lake in SQL";
    }

    @Override
    public String description() {
        return "Runs one SELECT in DuckDB's SQL over the lake's tables and returns rows. Nothing can be changed by it, and"
                + " no files, addresses or settings can be read. Prefer SQL that counts and sums to many rows.";
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of(
                "sql",
                Map.of("type", "string", "description", "One SELECT."),
                "limit",
                Map.of(
                        "type",
                        "integer",
                        "minimum",
                        0,
                        "maximum",
                        MOST_ROWS,
                        "description",
                        "Rows at most; " + USUAL_ROWS + " if left out."),
                "max_gb",
                Map.of(
                        "type",
                        "number",
                        "minimum",
                        0,
                        "description",
                        "How many GB of files the query may read. Only a person decides on more than " + gb(askGb)
                                + "."));
    }

    @Override
    public List<String> required() {
        return List.of("sql");
    }

    @Override
    public Map<String, @Nullable Object> call(ToolArguments arguments) {
        String sql = arguments.text("sql");
        if (Lexer.tokens(sql).stream().limit(1).anyMatch(token -> token.isWord("EXPLAIN"))) {
            throw new ToolException("This tool explains nothing.", "Use the tool explain, with the SELECT alone.");
        }
        int limit = arguments.count("limit").orElse(USUAL_ROWS);
        check(sql, arguments.number("max_gb").orElse(askGb));
        Answer.Rows answer = queries.ask(Request.Query.of(sql).limit(limit));
        var text = new LinkedHashMap<String, @Nullable Object>(RowText.of(answer, limit));
        text.put("ms", answer.metadata().time().toMillis());
        answer.metadata().usage().bytesRead().ifPresent(bytes -> text.put("bytes_read", bytes));
        text.put("estimated_usd", answer.metadata().usage().estimatedUsd());
        return text;
    }

    private void check(String sql, double allowedGb) {
        long bytes = new ReadSize(TableEntry.of(queries.ask(TableEntry.query()))).most(sql);
        if (bytes > allowedGb * BYTES_OF_A_GB) {
            throw new ToolException(
                    "Not run yet: its tables have " + Figures.size(bytes)
                            + " of files, all of which it could read, and more" + " than " + gb(allowedGb)
                            + " need a person's word.",
                    "Ask the person you work for. If they agree, send the same SQL with max_gb: "
                            + (long) Math.ceil(bytes / BYTES_OF_A_GB)
                            + ". A filter on a partition column reads less.");
        }
    }

    private static String gb(double gb) {
        return gb == Math.rint(gb) ? (long) gb + " GB" : gb + " GB";
    }
}
