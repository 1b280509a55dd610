package io.duckboard.transform.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the columns that {@code *} and {@code t.*} stand for, if the columns of all tables are known. */
final class StarReader {

    private final ExpressionReader expressions;
    private final From from;

    StarReader(ExpressionReader expressions, From from) {
        this.expressions = expressions;
        this.from = from;
    }

    Outputs read(Tree star) {
        if (star.is("columns")
                || star.is("unpacked")
                || star.has("expr")
                || star.has("rename_list")
                || star.has("qualified_exclude_list")) {
            return new Outputs.NotKnown("which columns COLUMNS, RENAME or EXCLUDE leave");
        }
        String table = star.text("relation_name");
        if (table.isEmpty()) {
            return from.doubt().<Outputs>map(Outputs.NotKnown::new).orElseGet(() -> columns(from.items(), star));
        }
        Optional<FromItem> named = from.named(table);
        return named.isPresent()
                // A qualified star also includes the columns that USING merges.
                ? columns(List.of(named.get().hiding(Set.of())), star)
                : new Outputs.NotKnown("which fields “" + table + "” has");
    }

    private Outputs columns(List<FromItem> items, Tree star) {
        Map<String, Origin> replaced = replaced(star);
        List<String> excluded = star.texts("exclude_list").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        boolean isOfAll = star.text("relation_name").isEmpty();
        var outputs = new ArrayList<Output>();
        var once = new HashSet<String>();
        for (FromItem item : items) {
            switch (item.outputs()) {
                case Outputs.NotKnown notKnown -> {
                    return notKnown;
                }
                case Outputs.Known(var columns) -> {
                    for (Output column : columns) {
                        String name = column.name().orElse("").toLowerCase(Locale.ROOT);
                        if (excluded.contains(name) || item.hides(name)) {
                            continue;
                        }
                        Origin merged = isOfAll ? from.merged().get(name) : null;
                        if (merged != null && !once.add(name)) {
                            return new Outputs.NotKnown("whose column “" + name + "” is");
                        }
                        Origin origin = merged == null ? column.origin() : merged;
                        outputs.add(new Output(column.name(), replaced.getOrDefault(name, origin)));
                    }
                }
            }
        }
        return new Outputs.Known(outputs);
    }

    private Map<String, Origin> replaced(Tree star) {
        var replaced = new HashMap<String, Origin>();
        for (Tree entry : star.children("replace_list")) {
            replaced.put(entry.text("key").toLowerCase(Locale.ROOT), expressions.read(entry.child("value")));
        }
        return replaced;
    }
}
