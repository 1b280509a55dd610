package io.duckboard.transform.lineage;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an expression of a SELECT can name, in DuckDB's order: columns, aliases before it, columns around it. */
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

    /** @param names of a column, with its table's before it and the fields of a struct behind it */
    Origin find(List<String> names) {
        return switch (lookup(names)) {
            case Lookup.Found(var origin) -> origin;
            case Lookup.Supposed(var origin) -> origin;
            case Lookup.Absent() -> new Origin.NotKnown("what “" + String.join(".", names) + "” is");
        };
    }

    private Lookup lookup(List<String> names) {
        Lookup here = here(names);
        return switch (here) {
            case Lookup.Found found -> found;
            case Lookup.Absent absent -> outer == null ? absent : outer.lookup(names);
            case Lookup.Supposed supposed ->
                outer == null || outer.lookup(names) instanceof Lookup.Absent
                        ? supposed
                        : new Lookup.Found(new Origin.NotKnown("whose column “" + String.join(".", names) + "” is"));
        };
    }

    private Lookup here(List<String> names) {
        if (names.size() > 2 && names.getFirst().equalsIgnoreCase("main")) {
            return here(names.subList(1, names.size()));
        }
        Optional<Relation> table = from.named(names.getFirst());
        if (table.isPresent() && names.size() > 1) {
            Optional<Origin> column = table.get().column(names.get(1));
            if (column.isPresent()) {
                return new Lookup.Found(column.get());
            }
            if (table.get().mayHaveMore()) {
                return new Lookup.Found(table.get().supposed(names.get(1)));
            }
        }
        Lookup column = from.column(names.getFirst());
        Origin alias = aliases.get(names.getFirst().toLowerCase(Locale.ROOT));
        if (alias != null && !(column instanceof Lookup.Found)) {
            return new Lookup.Found(
                    column instanceof Lookup.Absent
                            ? alias
                            : new Origin.NotKnown("whether “" + names.getFirst() + "” is a column"));
        }
        return column instanceof Lookup.Absent && table.isPresent() ? new Lookup.Found(row(table.get())) : column;
    }

    /** A table's name as a value is the whole row. */
    private static Origin row(Relation table) {
        return switch (table.outputs()) {
            case Outputs.NotKnown(var reason) -> new Origin.NotKnown(reason);
            case Outputs.Known(var columns) ->
                columns.stream().map(Output::origin).reduce(Origin.NOTHING, Origin::and);
        };
    }
}
