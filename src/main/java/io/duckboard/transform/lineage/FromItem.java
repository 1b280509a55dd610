package io.duckboard.transform.lineage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An item of a FROM: a table, a subquery or a function.
 *
 * @param name the name that can qualify its columns
 * @param table the table of the lake, if it is one
 * @param hidden columns, in lower case, that {@code *} leaves out since USING of a join has merged them
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
            // The new names do not show which columns they belong to.
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

    /** Returns a column that the item certainly has. */
    Optional<Origin> column(String column) {
        return outputs instanceof Outputs.Known known ? known.named(column).map(Output::origin) : Optional.empty();
    }

    /** Whether it could have a column that is not among the known ones. */
    boolean mayHaveMore() {
        return switch (outputs) {
            case Outputs.NotKnown _ -> true;
            case Outputs.Known(var columns) ->
                columns.stream().anyMatch(column -> column.name().isEmpty());
        };
    }

    /** Returns the origin of a column that only this item can have. */
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
