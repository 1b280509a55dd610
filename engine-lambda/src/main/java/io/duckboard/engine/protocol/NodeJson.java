package io.duckboard.engine.protocol;

import io.duckboard.engine.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Nodes of a plan, as the compiler writes them; members that say nothing are left out, since a plan is to be small. */
final class NodeJson {

    private NodeJson() {}

    static Map<String, Object> members(Node node) {
        return switch (node) {
            case Node.Model model -> members(model);
            case Node.Test test -> members(test);
        };
    }

    /** @throws IllegalArgumentException if this is neither a model nor a test */
    static Node read(JsonObject members) {
        return members.has("materialized") ? model(members) : test(members);
    }

    static Node.Model model(JsonObject members) {
        return new Node.Model(
                members.text("name"),
                Materialization.valueOf(members.text("materialized").toUpperCase(Locale.ROOT)),
                members.text("sql"),
                texts(members, "dependsOn"),
                texts(members, "reads"),
                texts(members, "partitionBy"),
                members.get("copyTo") instanceof String path ? Optional.of(path) : Optional.empty(),
                members.get("description") instanceof String text ? text : "",
                members.has("columns") ? descriptions(members.object("columns")) : Map.of());
    }

    static Node.Test test(JsonObject members) {
        return new Node.Test(
                members.text("name"),
                members.text("sql"),
                texts(members, "dependsOn"),
                Node.Severity.valueOf(members.text("severity").toUpperCase(Locale.ROOT)));
    }

    static Map<String, Object> members(Node.Model model) {
        var members = named(model);
        members.put("materialized", model.materialization().name().toLowerCase(Locale.ROOT));
        put(members, "reads", model.reads());
        put(members, "partitionBy", model.partitionBy());
        model.copyTo().ifPresent(path -> members.put("copyTo", path));
        if (!model.description().isEmpty()) {
            members.put("description", model.description());
        }
        if (!model.columnDescriptions().isEmpty()) {
            members.put("columns", new TreeMap<>(model.columnDescriptions()));
        }
        return members;
    }

    static Map<String, Object> members(Node.Test test) {
        var members = named(test);
        members.put("severity", test.severity().name().toLowerCase(Locale.ROOT));
        return members;
    }

    private static Map<String, Object> named(Node node) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", node.name());
        members.put("sql", node.sql());
        put(members, "dependsOn", node.dependsOn());
        return members;
    }

    private static void put(Map<String, Object> members, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            members.put(name, texts);
        }
    }

    private static List<String> texts(JsonObject members, String name) {
        return members.has(name) ? members.texts(name) : List.of();
    }

    private static Map<String, String> descriptions(JsonObject columns) {
        var descriptions = new LinkedHashMap<String, String>();
        columns.members()
                .forEach((@Nullable Object column, @Nullable Object text) ->
                        descriptions.put(String.valueOf(column), String.valueOf(text)));
        return descriptions;
    }
}
