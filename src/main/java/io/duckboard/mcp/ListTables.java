package io.duckboard.mcp;

import io.duckboard.datapage.TableEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lake's tables, in a line each. */
final class ListTables implements LakeTool {

    /** More would fill what a model can read. */
    private static final int MOST = 200;

    private final AgentQueries queries;
    private final ModelNotes models;

    ListTables(AgentQueries queries, ModelNotes models) {
        this.queries = queries;
        this.models = models;
    }

    @Override
    public String name() {
        return "list_tables";
    }

    @Override
    public String title() {
        return "List the lake's tables";
    }

    @Override
    public String description() {
        return "The tables that SQL can read, with rows, bytes, partition columns and descriptions. Begin with this.";
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of(
                "contains",
                Map.of("type", "string", "description", "Only tables whose names contain this, in any case."));
    }

    @Override
    public List<String> required() {
        return List.of();
    }

    @Override
    public Map<String, @Nullable Object> call(ToolArguments arguments) {
        String part = arguments.optionalText("contains").orElse("").toLowerCase(Locale.ROOT);
        List<TableEntry> found = TableEntry.of(queries.ask(TableEntry.query())).stream()
                .filter(table -> table.name().toLowerCase(Locale.ROOT).contains(part))
                .toList();
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("notice", RowText.NOTICE);
        answer.put("tables", found.stream().limit(MOST).map(this::line).toList());
        if (found.size() > MOST) {
            answer.put("cut", "There are " + found.size() + " tables. Name a part of their names in “contains”.");
        }
        return answer;
    }

    private Map<String, Object> line(TableEntry table) {
        var line = new LinkedHashMap<String, Object>();
        line.put("name", table.name());
        line.put("kind", table.kind().name().toLowerCase(Locale.ROOT));
        table.rows().ifPresent(rows -> line.put("rows", rows));
        table.bytes().ifPresent(bytes -> line.put("bytes", bytes));
        if (!table.partitionedBy().isEmpty()) {
            line.put("partitioned_by", table.partitionedBy());
        }
        models.description(table.name())
                .ifPresent(description -> line.put("description", RowText.shortened(description)));
        table.problem().ifPresent(problem -> line.put("problem", problem));
        return line;
    }
}
