package io.duckboard.engine.guard;

import io.duckboard.engine.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through a statement's whole tree and judges every table name and every function call. */
final class StatementCheck {

    /** Each level of nested lambdas doubles the time that DuckDB takes to bind them: 20 levels take a second. */
    private static final int MAX_LAMBDAS = 12;

    private static final Set<String> EXPRESSIONS = Set.of(
            "BETWEEN",
            "CASE",
            "CAST",
            "COLLATE",
            "COLUMN_REF",
            "COMPARISON",
            "CONJUNCTION",
            "CONSTANT",
            "DEFAULT",
            "FUNCTION",
            "LAMBDA",
            "LAMBDA_REF",
            "OPERATOR",
            "PARAMETER",
            "POSITIONAL_REFERENCE",
            "STAR",
            "SUBQUERY",
            "TYPE",
            "WINDOW");

    private static final Set<String> NODES = Set.of(
            "BASE_TABLE",
            "CTE_NODE",
            "DISTINCT_MODIFIER",
            "EMPTY",
            "EXPRESSION_LIST",
            "JOIN",
            "LIMIT_MODIFIER",
            "LIMIT_PERCENT_MODIFIER",
            "ORDER_MODIFIER",
            "PIVOT",
            "RECURSIVE_CTE_NODE",
            "SELECT_NODE",
            "SET_OPERATION_NODE",
            "SHOW_REF",
            "SUBQUERY",
            "TABLE_FUNCTION");

    /** Members of an ORDER BY term and of a type, where "type" is not the type of a node. */
    private static final Set<String> TERMS =
            Set.of("ORDER_DEFAULT", "ASCENDING", "DESCENDING", "ORDER_ASCENDING", "ORDER_DESCENDING");

    private final String sql;
    private final TableRule tables;
    private final FunctionRule functions;
    private final Reads.Collector reads = new Reads.Collector();
    private final Deque<Step> open = new ArrayDeque<>();

    /** @param sql the judged text, used to find the position of what is refused */
    StatementCheck(String sql, AllowedPaths paths, KnownTables known) {
        this.sql = sql;
        var pathRule = new PathRule(paths);
        this.tables = new TableRule(pathRule, known, reads);
        this.functions = new FunctionRule(pathRule, reads);
    }

    Reads check(JsonObject statement) throws RefusedException {
        open.push(new Step(statement.members(), 0));
        while (!open.isEmpty()) {
            Step step = open.pop();
            switch (step.node()) {
                case Map<?, ?> members -> {
                    checkAt(new JsonObject(members));
                    enter(members.values(), step.lambdas() + ("LAMBDA".equals(members.get("class")) ? 1 : 0));
                }
                case List<?> list -> enter(list, step.lambdas());
                default -> {}
            }
        }
        return reads.reads();
    }

    private void enter(Iterable<?> members, int lambdas) throws RefusedException {
        if (lambdas > MAX_LAMBDAS) {
            throw RefusedException.invalid(
                    "Lambdas lie more than " + MAX_LAMBDAS + " deep in each other.", "Take the query apart.");
        }
        for (Object member : members) {
            if (member instanceof Map || member instanceof List) {
                open.push(new Step(member, lambdas));
            }
        }
    }

    private void checkAt(JsonObject node) throws RefusedException {
        try {
            check(node, node.get("class"), node.get("type"));
        } catch (RefusedException e) {
            Object location = node.get("query_location");
            throw location instanceof Integer bytes && bytes <= sql.length() * 4 ? e.at(offset(bytes)) : e;
        }
    }

    private void check(JsonObject node, @Nullable Object expression, @Nullable Object type) throws RefusedException {
        if (expression == null ? type instanceof String kind && !isKnown(kind) : !EXPRESSIONS.contains(expression)) {
            throw RefusedException.notAllowed(
                    "A part of the statement is of a kind unknown here: "
                            + Objects.requireNonNullElse(expression, type),
                    "Leave it out.");
        }
        if (node.get("function_name") instanceof String function) {
            functions.check(function);
        }
        if (node.get("sample") != null) {
            reads.add(Reads.Other.SAMPLE);
        }
        if ("COLUMN_REF".equals(expression)) {
            reads.addColumn(node.list("column_names"));
        }
        if (expression == null && type instanceof String kind) {
            switch (kind) {
                case "BASE_TABLE" -> tables.check(node);
                case "SHOW_REF" -> {
                    tables.checkShown(node);
                    reads.add(Reads.Other.SYSTEM);
                }
                case "TABLE_FUNCTION" -> functions.checkTable(node.object("function"));
                default -> {}
            }
        }
    }

    private static boolean isKnown(String type) {
        return NODES.contains(type) || TERMS.contains(type) || type.endsWith("_TYPE_INFO");
    }

    /** Converts DuckDB's offset in UTF-8 bytes to an offset in characters. */
    private int offset(int bytes) {
        byte[] utf8 = sql.getBytes(StandardCharsets.UTF_8);
        return new String(utf8, 0, Math.min(bytes, utf8.length), StandardCharsets.UTF_8).length();
    }

    private record Step(Object node, int lambdas) {}
}
