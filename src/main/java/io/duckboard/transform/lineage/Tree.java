package io.duckboard.transform.lineage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node of the parser's tree. What is missing is empty: DuckDB may leave out what has its default. */
record Tree(Map<?, ?> members) {

    static Stream<Tree> in(@Nullable Object value) {
        return value instanceof Map<?, ?> members ? Stream.of(new Tree(members)) : Stream.of();
    }

    /** An expression's kind; empty where it is none. */
    String expression() {
        return text("class");
    }

    String type() {
        return text("type");
    }

    String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    Tree child(String name) {
        return in(members.get(name)).findFirst().orElse(new Tree(Map.of()));
    }

    List<Tree> children(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream().flatMap(Tree::in).toList()
                : List.of();
    }

    List<String> texts(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** Whether a member says something. */
    boolean has(String name) {
        return switch (members.get(name)) {
            case null -> false;
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    /** The expressions right below, whatever lies between. */
    Stream<Tree> expressions() {
        return members.values().stream().flatMap(Tree::expressionsAt);
    }

    private static Stream<Tree> expressionsAt(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map when map.get("class") instanceof String -> Stream.of(new Tree(map));
            case Map<?, ?> map -> new Tree(map).expressions();
            case List<?> list -> list.stream().flatMap(Tree::expressionsAt);
            case null, default -> Stream.of();
        };
    }
}
