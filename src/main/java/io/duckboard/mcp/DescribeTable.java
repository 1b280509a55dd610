package io.duckboard.mcp;

import io.duckboard.client.AnswerRow;
import io.duckboard.datapage.ColumnEntry;
import io.duckboard.datapage.TableEntry;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.sql.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a table: what they are called and mean, how many of their values are missing, and some values. */
final class DescribeTable implements LakeTool {

    private static final int MOST_COLUMNS = 60;
    private static final int MOST_NAMES = 50;

    /** Enough to see what a column is like, and read in a moment even over S3. */
    private static final int SAMPLE = 10_000;

    private static final int EXAMPLES = 3;
    private static final int CHARACTERS_OF_AN_EXAMPLE = 60;

    private final AgentQueries queries;
    private final ModelNotes models;

    DescribeTable(AgentQueries queries, ModelNotes models) {
        this.queries = queries;
        this.models = models;
    }

    @Override
    public String name() {
        return "describe_table";
    }

    @Override
    public String title() {
        return "Describe a table";
    }

    @Override
    public String description() {
        return "A table's columns with types, descriptions, the share of NULLs and examples of values, both of its first "
                + SAMPLE + " rows.";
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of(
                "table",
                Map.of("type", "string", "description", "As list_tables names it."),
                "columns",
                Map.of(
                        "type",
                        "array",
                        "items",
                        Map.of("type", "string"),
                        "description",
                        "Only these columns. Else the first " + MOST_COLUMNS + "."));
    }

    @Override
    public List<String> required() {
        return List.of("table");
    }

    @Override
    public Map<String, @Nullable Object> call(ToolArguments arguments) {
        TableEntry table = table(arguments.text("table"));
        List<ColumnEntry> all = ColumnEntry.of(queries.ask(ColumnEntry.query(table.name())));
        List<String> wanted = arguments.texts("columns");
        List<ColumnEntry> chosen = all.stream()
                .filter(column -> wanted.isEmpty() || wanted.stream().anyMatch(column.name()::equalsIgnoreCase))
                .limit(MOST_COLUMNS)
                .toList();
        if (chosen.isEmpty()) {
            throw new ToolException(
                    "The table “" + table.name() + "” has none of these columns.", "Leave “columns” out to see all.");
        }
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("notice", RowText.NOTICE);
        answer.put("table", table.name());
        models.description(table.name()).ifPresent(text -> answer.put("description", RowText.shortened(text)));
        table.rows().ifPresent(rows -> answer.put("rows", rows));
        answer.putAll(described(table, chosen));
        if (wanted.isEmpty() && chosen.size() < all.size()) {
            answer.put("cut", "There are " + all.size() + " columns. Name others in “columns”.");
        }
        return answer;
    }

    private TableEntry table(String name) {
        List<TableEntry> tables = TableEntry.of(queries.ask(TableEntry.query()));
        return tables.stream()
                .filter(table -> table.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ToolException(
                        "There is no table “" + name + "”.",
                        "There are: "
                                + tables.stream()
                                        .limit(MOST_NAMES)
                                        .map(TableEntry::name)
                                        .collect(Collectors.joining(", "))
                                + (tables.size() > MOST_NAMES ? ", …" : ".")));
    }

    private Map<String, @Nullable Object> described(TableEntry table, List<ColumnEntry> columns) {
        AnswerRow sample = AnswerRow.all(queries.ask(sample(table, columns))).getFirst();
        long rows = sample.count("sampled");
        var described = new ArrayList<Map<String, @Nullable Object>>();
        for (int position = 0; position < columns.size(); position++) {
            ColumnEntry column = columns.get(position);
            var line = new LinkedHashMap<String, @Nullable Object>();
            line.put("name", column.name());
            line.put("type", column.type());
            if (!column.description().isBlank()) {
                line.put("description", RowText.shortened(column.description()));
            }
            if (column.isPartition()) {
                line.put("partition", true);
            }
            if (rows > 0) {
                line.put("null_share", (double) (rows - sample.count("present_" + position)) / rows);
                line.put("examples", sample.texts("examples_" + position));
            }
            described.add(line);
        }
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("sampled_rows", rows);
        answer.put("columns", described);
        return answer;
    }

    private static Request.Query sample(TableEntry table, List<ColumnEntry> columns) {
        var asked = new StringBuilder("SELECT count(*) AS sampled");
        for (int position = 0; position < columns.size(); position++) {
            String name = Quoted.name(columns.get(position).name());
            asked.append(", count(%1$s) AS present_%2$d, (list(DISTINCT left(CAST(%1$s AS VARCHAR), %3$d)))[1:%4$d]"
                    .formatted(name, position, CHARACTERS_OF_AN_EXAMPLE, EXAMPLES));
            asked.append(" AS examples_").append(position);
        }
        String names =
                columns.stream().map(column -> Quoted.name(column.name())).collect(Collectors.joining(", "));
        return Request.Query.of(
                asked + " FROM (SELECT " + names + " FROM " + Quoted.name(table.name()) + " LIMIT " + SAMPLE + ")");
    }
}
