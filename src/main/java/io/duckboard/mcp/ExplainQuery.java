package io.duckboard.mcp;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the engine would answer a query, which it does not run. */
final class ExplainQuery implements LakeTool {

    /** After these options DuckDB takes no word more, ANALYZE neither, with which the query would run. */
    private static final String PREFIX = "EXPLAIN (FORMAT json) ";

    /** Where files lie is nobody's concern but the lake's. */
    private static final List<String> UNTOLD = List.of("Function", "Filename(s)");

    private static final int DEEPEST = 200;

    private final AgentQueries queries;

    ExplainQuery(AgentQueries queries) {
        this.queries = queries;
    }

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String title() {
        return "Explain a query";
    }

    @Override
    public String description() {
        return "How DuckDB would answer one SELECT, which is not run: a line for each operator, with the rows it expects."
                + " It says what is wrong with SQL, too.";
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("sql", Map.of("type", "string", "description", "One SELECT, without EXPLAIN."));
    }

    @Override
    public List<String> required() {
        return List.of("sql");
    }

    @Override
    public Map<String, @Nullable Object> call(ToolArguments arguments) {
        try {
            Answer.Rows answer = queries.ask(Request.Query.of(PREFIX + arguments.text("sql")));
            var text = new LinkedHashMap<String, @Nullable Object>();
            text.put("notice", RowText.NOTICE);
            text.put("plan", plan(answer));
            return text;
        } catch (ToolException e) {
            throw e.behind(PREFIX.length());
        }
    }

    private String plan(Answer.Rows answer) {
        if (answer.rows().isEmpty() || !(answer.rows().getFirst().getLast() instanceof String json)) {
            throw new ToolException("The engine answered with something that is no plan.", "Run the query instead.");
        }
        var text = new StringBuilder();
        try {
            JsonMapper.shared().readTree(json).forEach(operator -> write(operator, 0, text));
        } catch (JacksonException e) {
            throw new ToolException("The plan is deeper than can be shown.", "Explain a part of the query.");
        }
        String plan = text.toString();
        for (String place : queries.places()) {
            plan = plan.replace(place + "/", "");
        }
        return plan;
    }

    private static void write(JsonNode operator, int depth, StringBuilder text) {
        if (depth > DEEPEST) {
            throw new ToolException("The plan is deeper than can be shown.", "Explain a part of the query.");
        }
        text.repeat("  ", depth).append(operator.path("name").asString("").strip());
        operator.path("extra_info").properties().stream()
                .filter(detail -> !UNTOLD.contains(detail.getKey()))
                .forEach(detail -> text.append("; ")
                        .append(detail.getKey())
                        .append(": ")
                        .append(RowText.shortened(value(detail.getValue()))));
        text.append('\n');
        operator.path("children").forEach(child -> write(child, depth + 1, text));
    }

    private static String value(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
