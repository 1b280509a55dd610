package io.duckboard.transform.lineage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An item of a FROM: a table, a subquery or a function.
 *
 * @param name that its columns may be qualified with
 * @param table of the lake, where it is one
 * @param hidden columns, in small letters, that {@code *} leaves out since a join's USING has them once
 */
record FromItem(String name, Optional<String> table, Outputs outputs, Set<String> hidden) {

    static FromItem of(String name, Outputs outputs) {
        return new FromItem(name, Optional.empty(), outputs, Set.of());
    }

    static FromItem ofTable(String name, String table, Optional<List<String>> columns) {
        Outputs outputs = columns.<Outputs>map(names -> new Outputs.Known(names.stream()
                        .map(column -> new Output(Optional.of(column), origin(table, column)))
                        .toList()))
                .orElseGet(() -> new Outputs.NotKnown("which columns " + table + " has"));
        return new FromItem(name, Optional.of(table), outputs, Set.of());
    }

    FromItem renamed(List<String> columns) {
        return switch (outputs) {
            case Outputs.Known known -> new FromItem(name, table, known.renamed(columns), hidden);
            // The new names do not tell which columns they are.
            case Outputs.NotKnown _ -> columns.isEmpty() ? this : of(name, outputs);
        };
    }

    FromItem hiding(Set<String> columns) {
        return new FromItem(name, table, outputs, columns);
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    boolean hides(String column) {
        return hidden.contains(column.toLowerCase(Locale.ROOT));
    }

    /** A column that it has for sure. */
    Optional<Origin> column(String column) {
        return outputs instanceof Outputs.Known known ? known.named(column).map(Output::origin) : Optional.empty();
    }

    /** Whether it could have a column that is not among those known. */
    boolean mayHaveMore() {
        return switch (outputs) {
            case Outputs.NotKnown _ -> true;
            case Outputs.Known(var columns) ->
                columns.stream().anyMatch(column -> column.name().isEmpty());
        };
    }

    /** Of a column that nothing but this item can have. */
    Origin supposed(String column) {
        return switch (outputs) {
            case Outputs.NotKnown(var reason) ->
                table.map(known -> origin(known, column)).orElseGet(() -> new Origin.NotKnown(reason));
            case Outputs.Known _ -> new Origin.NotKnown("which expression is “" + column + "”");
        };
    }

    private static Origin origin(String table, String column) {
        return new Origin.Columns(List.of(new SourceColumn(table, column)));
    }
}
