package io.duckboard.transform.lineage;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the columns that an expression is computed from: all columns in it, whether it adds, compares or sorts by them.
 */
final class ExpressionReader {

    /** Functions that take a lambda. Elsewhere, {@code a -> b} extracts from JSON. */
    private static final Set<String> WITH_LAMBDA = Set.of(
            "apply",
            "array_apply",
            "array_filter",
            "array_reduce",
            "array_transform",
            "filter",
            "list_apply",
            "list_filter",
            "list_reduce",
            "list_transform",
            "reduce");

    private final SelectReader selects;
    private final Scope scope;
    private final Set<String> parameters;

    ExpressionReader(SelectReader selects, Scope scope) {
        this(selects, scope, Set.of());
    }

    private ExpressionReader(SelectReader selects, Scope scope, Set<String> parameters) {
        this.selects = selects;
        this.scope = scope;
        this.parameters = parameters;
    }

    /** Whether the expression may stand for several columns. */
    static boolean isSpread(Tree expression) {
        return expression.text("function_name").matches("(?i)unnest|unlist") || hasStar(expression);
    }

    Origin read(Tree expression) {
        return switch (expression.expression()) {
            case "COLUMN_REF" -> column(expression.texts("column_names"));
            case "SUBQUERY" -> subquery(expression);
            case "FUNCTION" -> function(expression);
            case "POSITIONAL_REFERENCE", "PARAMETER", "DEFAULT", "STAR" ->
                new Origin.NotKnown("what stands for a column in an expression");
            default -> all(expression.expressions());
        };
    }

    private Origin column(List<String> names) {
        if (names.isEmpty()) {
            return new Origin.NotKnown("what a column is called");
        }
        return parameters.contains(names.getFirst().toLowerCase(Locale.ROOT)) ? Origin.NOTHING : scope.find(names);
    }

    private Origin subquery(Tree expression) {
        if (!Set.of("SCALAR", "ANY").contains(expression.text("subquery_type"))) {
            return new Origin.NotKnown("what rows that EXISTS asks for come from");
        }
        Outputs outputs = selects.read(expression.child("subquery").child("node"), scope);
        Origin compared = all(Stream.of(expression.child("child")).filter(Tree::isThere));
        return switch (outputs) {
            case Outputs.NotKnown(var reason) -> new Origin.NotKnown(reason);
            case Outputs.Known(var columns) ->
                columns.stream().map(Output::origin).reduce(compared, Origin::and);
        };
    }

    private Origin function(Tree function) {
        List<Tree> arguments = function.children("children");
        boolean takesLambda =
                WITH_LAMBDA.contains(function.text("function_name").toLowerCase(Locale.ROOT));
        if (!takesLambda || arguments.stream().noneMatch(ExpressionReader::isLambda)) {
            return all(function.expressions());
        }
        return IntStream.range(0, arguments.size())
                .mapToObj(i -> i > 0 && isLambda(arguments.get(i)) ? lambda(arguments.get(i)) : read(arguments.get(i)))
                .reduce(Origin.NOTHING, Origin::and);
    }

    private static boolean isLambda(Tree expression) {
        return expression.expression().equals("LAMBDA");
    }

    private Origin lambda(Tree lambda) {
        var known = new HashSet<>(parameters);
        Tree names = lambda.child("lhs");
        Stream.concat(Stream.of(names), names.expressions())
                .flatMap(name -> name.texts("column_names").stream())
                .forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
        return new ExpressionReader(selects, scope, known).read(lambda.child("expr"));
    }

    private Origin all(Stream<Tree> expressions) {
        return expressions.map(this::read).reduce(Origin.NOTHING, Origin::and);
    }

    private static boolean hasStar(Tree expression) {
        return switch (expression.expression()) {
            case "STAR" -> true;
            case "SUBQUERY" -> false;
            default -> expression.expressions().anyMatch(ExpressionReader::hasStar);
        };
    }
}
