package io.duckboard.transform.template;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values as Jinja does, which is as Python does. */
public final class PythonText {

    private PythonText() {}

    /** Returns a text unchanged, and other values as Python's {@code str} writes them. */
    public static String of(@Nullable Object value) {
        return value instanceof String text ? text : literal(value, 0);
    }

    private static String literal(@Nullable Object value, int depth) {
        if (depth > 20) {
            throw new TemplateProblem("A list or a map holds itself.", "");
        }
        return switch (value) {
            case null -> "None";
            case Boolean truth -> truth ? "True" : "False";
            case String text -> quoted(text);
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> literal(entry.getKey(), depth + 1) + ": " + literal(entry.getValue(), depth + 1))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Collection<?> list ->
                list.stream().map(item -> literal(item, depth + 1)).collect(Collectors.joining(", ", "[", "]"));
            case Map.Entry<?, ?> entry ->
                "(" + literal(entry.getKey(), depth + 1) + ", " + literal(entry.getValue(), depth + 1) + ")";
            case Double number -> PythonFloat.of(number);
            case Number number -> number.toString();
            case Relation relation -> relation.sql();
            case Undefined undefined -> throw undefined.problem();
            default ->
                throw new TemplateProblem("There is a value here that is no text.", "Look at what it is made of.");
        };
    }

    private static String quoted(String text) {
        return text.contains("'") && !text.contains("\"")
                ? '"' + text + '"'
                : "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
