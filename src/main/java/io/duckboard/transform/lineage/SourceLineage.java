package io.duckboard.transform.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Follows columns through models to the sources that they finally come from. */
public final class SourceLineage {

    private final Function<String, Optional<String>> trees;
    private final TableSchemas tables;
    private final Map<String, Outputs> known = new HashMap<>();

    /**
     * @param trees returns the tree of a model's SQL for its table's name; empty if it is not a model
     * @param tables the tables that the lake knows
     */
    public SourceLineage(Function<String, Optional<String>> trees, TableSchemas tables) {
        this.trees = trees;
        this.tables = tables;
    }

    /** Returns a model's columns with the sources' columns that each is made of. */
    public Outputs of(String model, String tree) {
        Outputs direct = ColumnLineage.of(tree, this::columnsOf);
        return switch (direct) {
            case Outputs.NotKnown notKnown -> notKnown;
            case Outputs.Known(var columns) ->
                named(
                        model,
                        columns.stream()
                                .map(column -> new Output(column.name(), traced(column.origin())))
                                .toList());
        };
    }

    private Origin traced(Origin origin) {
        return switch (origin) {
            case Origin.NotKnown notKnown -> notKnown;
            case Origin.Columns(var columns) ->
                columns.stream().map(this::traced).reduce(Origin.NOTHING, Origin::and);
        };
    }

    private Origin traced(SourceColumn column) {
        Optional<Outputs> model = ofTable(column.table());
        if (model.isEmpty()) {
            return new Origin.Columns(List.of(column));
        }
        return switch (model.get()) {
            case Outputs.NotKnown(var reason) -> new Origin.NotKnown(reason);
            case Outputs.Known outputs ->
                outputs.named(column.column())
                        .map(Output::origin)
                        .orElseGet(() -> new Origin.NotKnown("what “" + column + "” is made of"));
        };
    }

    /** Returns the columns of a model's table; empty if it is not a model. */
    private Optional<Outputs> ofTable(String table) {
        String key = table.toLowerCase(Locale.ROOT);
        if (!known.containsKey(key)) {
            Optional<String> tree = trees.apply(table);
            if (tree.isEmpty()) {
                return Optional.empty();
            }
            // A model cannot read itself. If its SQL does, it reads a table of that name.
            known.put(key, new Outputs.NotKnown("what “" + table + "” is made of"));
            known.put(key, of(table, tree.get()));
        }
        return Optional.ofNullable(known.get(key));
    }

    private Optional<List<String>> columnsOf(String table) {
        return tables.columnsOf(table).or(() -> ofTable(table).flatMap(SourceLineage::names));
    }

    private static Optional<List<String>> names(Outputs outputs) {
        return outputs instanceof Outputs.Known(var columns)
                        && columns.stream().allMatch(column -> column.name().isPresent())
                ? Optional.of(columns.stream()
                        .flatMap(column -> column.name().stream())
                        .toList())
                : Optional.empty();
    }

    /** Uses the lake's names for columns that DuckDB has named. */
    private Outputs named(String model, List<Output> columns) {
        List<String> names = tables.columnsOf(model).orElse(List.of());
        if (names.size() != columns.size()) {
            return new Outputs.Known(columns);
        }
        var named = new ArrayList<Output>();
        for (int i = 0; i < names.size(); i++) {
            Output column = columns.get(i);
            named.add(column.name().isPresent() ? column : new Output(Optional.of(names.get(i)), column.origin()));
        }
        return new Outputs.Known(named);
    }
}
