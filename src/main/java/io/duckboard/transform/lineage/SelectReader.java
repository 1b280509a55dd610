package io.duckboard.transform.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the columns that a SELECT returns, given the common table expressions that it can use. */
final class SelectReader {

    private final TableSchemas tables;
    private final Map<String, Outputs> expressions;

    SelectReader(TableSchemas tables, Map<String, Outputs> expressions) {
        this.tables = tables;
        this.expressions = expressions;
    }

    /** Finds a common table expression. */
    Optional<Outputs> named(String name) {
        return Optional.ofNullable(expressions.get(name.toLowerCase(Locale.ROOT)));
    }

    Optional<List<String>> columnsOf(String table) {
        return tables.columnsOf(table);
    }

    /** @param outer the names that may be used besides the SELECT's own columns; null for a whole statement */
    Outputs read(Tree node, @Nullable Scope outer) {
        SelectReader within = with(node.child("cte_map").children("map"), outer);
        return switch (node.type()) {
            case "SELECT_NODE" -> within.select(node, outer);
            case "SET_OPERATION_NODE" ->
                both(
                        node.text("setop_type"),
                        within.read(node.child("left"), outer),
                        within.read(node.child("right"), outer));
            case "RECURSIVE_CTE_NODE" -> new Outputs.NotKnown("what a recursive expression reads");
            default -> new Outputs.NotKnown("what this kind of SQL reads");
        };
    }

    /** Each common table expression can use those before it. */
    private SelectReader with(List<Tree> more, @Nullable Scope outer) {
        SelectReader within = this;
        for (Tree entry : more) {
            Tree value = entry.child("value");
            Outputs outputs = within.read(value.child("query").child("node"), outer);
            var known = new HashMap<>(within.expressions);
            known.put(
                    entry.text("key").toLowerCase(Locale.ROOT),
                    outputs instanceof Outputs.Known columns ? columns.renamed(value.texts("aliases")) : outputs);
            within = new SelectReader(tables, known);
        }
        return within;
    }

    private Outputs select(Tree node, @Nullable Scope outer) {
        var scope = new Scope(new FromReader(this).read(node.child("from_table"), outer), outer);
        var reader = new ExpressionReader(this, scope);
        var stars = new StarReader(reader, scope.from());
        var outputs = new ArrayList<Output>();
        for (Tree expression : node.children("select_list")) {
            if (expression.expression().equals("STAR")) {
                switch (stars.read(expression)) {
                    case Outputs.Known(var columns) -> outputs.addAll(columns);
                    case Outputs.NotKnown notKnown -> {
                        return notKnown;
                    }
                }
            } else if (ExpressionReader.isSpread(expression)) {
                return new Outputs.NotKnown("how many columns an expression makes");
            } else {
                Origin origin = reader.read(expression);
                Optional<String> name = name(expression);
                name.ifPresent(alias -> scope.alias(alias, origin));
                outputs.add(new Output(name, origin));
            }
        }
        return new Outputs.Known(outputs);
    }

    private static Optional<String> name(Tree expression) {
        if (!expression.text("alias").isEmpty()) {
            return Optional.of(expression.text("alias"));
        }
        return expression.expression().equals("COLUMN_REF")
                ? expression.texts("column_names").reversed().stream().findFirst()
                : Optional.empty();
    }

    private static Outputs both(String operation, Outputs left, Outputs right) {
        return switch (operation) {
            case "EXCEPT" -> left;
            case "UNION", "INTERSECT" -> byPlace(left, right);
            case "UNION_BY_NAME" -> byName(left, right);
            default -> new Outputs.NotKnown("what " + operation + " makes");
        };
    }

    private static Outputs byPlace(Outputs left, Outputs right) {
        if (!(left instanceof Outputs.Known(var columns))) {
            return left;
        }
        if (!(right instanceof Outputs.Known(var more))) {
            return right;
        }
        if (columns.size() != more.size()) {
            return new Outputs.NotKnown("which columns of a UNION belong together");
        }
        var both = new ArrayList<Output>();
        for (int i = 0; i < columns.size(); i++) {
            both.add(new Output(
                    columns.get(i).name(),
                    columns.get(i).origin().and(more.get(i).origin())));
        }
        return new Outputs.Known(both);
    }

    private static Outputs byName(Outputs left, Outputs right) {
        if (!(left instanceof Outputs.Known known)) {
            return left;
        }
        if (!(right instanceof Outputs.Known others)) {
            return right;
        }
        var both = new ArrayList<Output>();
        for (Output column : known.columns()) {
            Origin other =
                    column.name().flatMap(others::named).map(Output::origin).orElse(Origin.NOTHING);
            both.add(new Output(column.name(), column.origin().and(other)));
        }
        others.columns().stream()
                .filter(column -> column.name().flatMap(known::named).isEmpty())
                .forEach(both::add);
        boolean isNamed = both.stream().allMatch(column -> column.name().isPresent());
        return isNamed ? new Outputs.Known(both) : new Outputs.NotKnown("which columns of a UNION belong together");
    }
}
