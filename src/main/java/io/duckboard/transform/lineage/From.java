package io.duckboard.transform.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tables that a SELECT reads.
 *
 * @param merged columns that USING of a join merges into one, in lower case
 * @param doubt why unqualified columns are uncertain, if they are
 */
record From(List<FromItem> items, Map<String, Origin> merged, Optional<String> doubt) {

    static final From NOTHING = new From(List.of(), Map.of(), Optional.empty());

    From {
        items = List.copyOf(items);
        merged = Map.copyOf(merged);
    }

    static From of(FromItem item) {
        return new From(List.of(item), Map.of(), Optional.empty());
    }

    /** Combines both, side by side. */
    From and(From other) {
        var both = new ArrayList<>(items);
        both.addAll(other.items);
        var columns = new HashMap<>(merged);
        columns.putAll(other.merged);
        return new From(both, columns, doubt.or(other::doubt));
    }

    From doubting(String reason) {
        return new From(items, merged, Optional.of(reason));
    }

    Optional<FromItem> named(String name) {
        return items.stream().filter(item -> item.isNamed(name)).findFirst();
    }

    /** Finds a column that is named without its table. */
    ColumnLookup column(String name) {
        if (doubt.isPresent()) {
            return new ColumnLookup.Found(new Origin.NotKnown(doubt.get()));
        }
        Origin once = merged.get(name.toLowerCase(Locale.ROOT));
        if (once != null) {
            return new ColumnLookup.Found(once);
        }
        List<Origin> sure =
                items.stream().flatMap(item -> item.column(name).stream()).toList();
        if (!sure.isEmpty()) {
            return new ColumnLookup.Found(sure.size() == 1 ? sure.getFirst() : whose(name));
        }
        List<FromItem> possible = items.stream().filter(FromItem::mayHaveMore).toList();
        return switch (possible.size()) {
            case 0 -> new ColumnLookup.Absent();
            case 1 -> new ColumnLookup.Supposed(possible.getFirst().supposed(name));
            default -> new ColumnLookup.Supposed(whose(name));
        };
    }

    private static Origin whose(String name) {
        return new Origin.NotKnown("whose column “" + name + "” is");
    }
}
