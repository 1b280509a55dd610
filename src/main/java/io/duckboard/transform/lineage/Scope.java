package io.duckboard.transform.lineage;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that an expression of a SELECT can use, in DuckDB's order: columns, earlier aliases, outer columns. */
final class Scope {

    private final From from;
    private final @Nullable Scope outer;
    private final Map<String, Origin> aliases = new HashMap<>();

    Scope(From from, @Nullable Scope outer) {
        this.from = from;
        this.outer = outer;
    }

    From from() {
        return from;
    }

    void alias(String name, Origin origin) {
        aliases.putIfAbsent(name.toLowerCase(Locale.ROOT), origin);
    }

    /** @param names the parts of a column's name, with its table before it and struct fields after it */
    Origin find(List<String> names) {
        return switch (lookup(names)) {
            case ColumnLookup.Found(var origin) -> origin;
            case ColumnLookup.Supposed(var origin) -> origin;
            case ColumnLookup.Absent() -> new Origin.NotKnown("what “" + String.join(".", names) + "” is");
        };
    }

    private ColumnLookup lookup(List<String> names) {
        ColumnLookup here = here(names);
        return switch (here) {
            case ColumnLookup.Found found -> found;
            case ColumnLookup.Absent absent -> outer == null ? absent : outer.lookup(names);
            case ColumnLookup.Supposed supposed ->
                outer == null || outer.lookup(names) instanceof ColumnLookup.Absent
                        ? supposed
                        : new ColumnLookup.Found(
                                new Origin.NotKnown("whose column “" + String.join(".", names) + "” is"));
        };
    }

    private ColumnLookup here(List<String> names) {
        if (names.size() > 2 && names.getFirst().equalsIgnoreCase("main")) {
            return here(names.subList(1, names.size()));
        }
        Optional<FromItem> table = from.named(names.getFirst());
        if (table.isPresent() && names.size() > 1) {
            Optional<Origin> column = table.get().column(names.get(1));
            if (column.isPresent()) {
                return new ColumnLookup.Found(column.get());
            }
            if (table.get().mayHaveMore()) {
                return new ColumnLookup.Found(table.get().supposed(names.get(1)));
            }
        }
        ColumnLookup column = from.column(names.getFirst());
        Origin alias = aliases.get(names.getFirst().toLowerCase(Locale.ROOT));
        if (alias != null && !(column instanceof ColumnLookup.Found)) {
            return new ColumnLookup.Found(
                    column instanceof ColumnLookup.Absent
                            ? alias
                            : new Origin.NotKnown("whether “" + names.getFirst() + "” is a column"));
        }
        return column instanceof ColumnLookup.Absent && table.isPresent()
                ? new ColumnLookup.Found(row(table.get()))
                : column;
    }

    /** A table's name used as a value means the whole row. */
    private static Origin row(FromItem table) {
        return switch (table.outputs()) {
            case Outputs.NotKnown(var reason) -> new Origin.NotKnown(reason);
            case Outputs.Known(var columns) ->
                columns.stream().map(Output::origin).reduce(Origin.NOTHING, Origin::and);
        };
    }
}
