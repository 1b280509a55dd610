package io.duckboard.transform.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the items of a FROM: tables, common table expressions, subqueries, VALUES, and joins of them. */
final class FromReader {

    private static final Set<String> OF_THE_LEFT_ALONE = Set.of("SEMI", "ANTI");

    private final SelectReader selects;

    FromReader(SelectReader selects) {
        this.selects = selects;
    }

    /** @param outer the names that a subquery may use besides its own columns */
    From read(Tree table, @Nullable Scope outer) {
        return switch (table.type()) {
            case "EMPTY", "" -> From.NOTHING;
            case "BASE_TABLE" -> From.of(base(table));
            case "SUBQUERY" ->
                From.of(FromItem.of(
                                table.text("alias"),
                                selects.read(table.child("subquery").child("node"), outer))
                        .renamed(table.texts("column_name_alias")));
            case "EXPRESSION_LIST" -> From.of(values(table, outer));
            case "JOIN" -> join(table, outer);
            case "TABLE_FUNCTION" -> From.of(opaque(table, "which columns a function makes"));
            case "PIVOT" -> From.of(opaque(table, "which columns a PIVOT makes"));
            default -> From.of(opaque(table, "what a " + table.type().replace('_', ' ') + " reads"));
        };
    }

    private FromItem base(Tree table) {
        String name = table.text("table_name");
        String alias = table.text("alias").isEmpty() ? name : table.text("alias");
        String schema = table.text("schema_name");
        FromItem item = schema.isEmpty()
                ? selects.named(name)
                        .map(outputs -> FromItem.of(alias, outputs))
                        .orElseGet(() -> FromItem.ofTable(alias, name, selects.columnsOf(name)))
                : schema.equalsIgnoreCase("main")
                        ? FromItem.ofTable(alias, name, selects.columnsOf(name))
                        : FromItem.ofTable(alias, schema + "." + name, Optional.empty());
        return item.renamed(table.texts("column_name_alias"));
    }

    private static FromItem opaque(Tree table, String reason) {
        return FromItem.of(table.text("alias"), new Outputs.NotKnown(reason));
    }

    private FromItem values(Tree table, @Nullable Scope outer) {
        var expressions = new ExpressionReader(selects, new Scope(From.NOTHING, outer));
        var columns = new ArrayList<Origin>();
        for (Tree row : table.child("values").elements().toList()) {
            List<Tree> cells = row.elements().filter(Tree::isThere).toList();
            for (int i = 0; i < cells.size(); i++) {
                Origin cell = expressions.read(cells.get(i));
                if (i < columns.size()) {
                    columns.set(i, columns.get(i).and(cell));
                } else {
                    columns.add(cell);
                }
            }
        }
        return FromItem.of(
                        table.text("alias"),
                        new Outputs.Known(IntStream.range(0, columns.size())
                                .mapToObj(i -> new Output(Optional.of("col" + i), columns.get(i)))
                                .toList()))
                .renamed(table.texts("column_name_alias"));
    }

    private From join(Tree join, @Nullable Scope outer) {
        From left = read(join.child("left"), outer);
        // With or without LATERAL: names that only a LATERAL subquery may use do not occur in another one.
        From right = read(join.child("right"), new Scope(left, outer));
        if (OF_THE_LEFT_ALONE.contains(join.text("join_type"))) {
            return left;
        }
        if (!join.text("ref_type").equals("NATURAL")) {
            return merged(left, right, join.texts("using_columns"), join.text("join_type"));
        }
        Optional<List<String>> shared = shared(left, right);
        return shared.isPresent()
                ? merged(left, right, shared.get(), join.text("join_type"))
                : left.and(right).doubting("which columns a NATURAL JOIN joins by");
    }

    private static From merged(From left, From right, List<String> columns, String kind) {
        if (columns.isEmpty()) {
            return left.and(right);
        }
        var merged = new HashMap<String, Origin>();
        for (String column : columns) {
            Origin ofLeft = new Scope(left, null).find(List.of(column));
            Origin ofRight = new Scope(right, null).find(List.of(column));
            merged.put(
                    column.toLowerCase(Locale.ROOT),
                    switch (kind) {
                        case "RIGHT" -> ofRight;
                        case "OUTER", "FULL" -> ofLeft.and(ofRight);
                        default -> ofLeft;
                    });
        }
        List<FromItem> hiding = right.items().stream()
                .map(item -> item.hiding(union(item.hidden(), merged.keySet())))
                .toList();
        From both = left.and(new From(hiding, right.merged(), right.doubt()));
        var all = new HashMap<>(both.merged());
        all.putAll(merged);
        return new From(both.items(), all, both.doubt());
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }

    /** Returns the columns that both have; empty if that is uncertain. */
    private static Optional<List<String>> shared(From left, From right) {
        Optional<Set<String>> ofLeft = names(left);
        Optional<Set<String>> ofRight = names(right);
        return ofLeft.isEmpty() || ofRight.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ofLeft.get().stream().filter(ofRight.get()::contains).toList());
    }

    private static Optional<Set<String>> names(From from) {
        if (from.items().stream().anyMatch(FromItem::mayHaveMore)) {
            return Optional.empty();
        }
        return Optional.of(from.items().stream()
                .flatMap(item -> item.outputs() instanceof Outputs.Known(var columns)
                        ? columns.stream().flatMap(column -> column.name().stream())
                        : Stream.of())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
