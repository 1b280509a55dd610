package io.duckboard.engine.protocol;

import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * A compiled plan as JSON: {@code {"version": 1, "project": name, "nodes": […]}}. Also its nodes, and what was built
 * from them: {@code {"model": {…}, "files": […], "columns": […], "rows": n}}. Empty members of a node are left out,
 * since a plan should be small.
 */
public final class PlanJson {

    private PlanJson() {}

    public static String write(CompiledPlan plan) {
        return new String(JSON.std.asBytes(members(plan)), StandardCharsets.UTF_8);
    }

    static Map<String, Object> members(CompiledPlan plan) {
        var members = new LinkedHashMap<String, Object>();
        members.put("version", CompiledPlan.VERSION);
        members.put("project", plan.project());
        members.put("nodes", plan.nodes().stream().map(PlanJson::members).toList());
        return members;
    }

    static Map<String, Object> members(Node node) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", node.name());
        members.put("sql", node.sql());
        put(members, "dependsOn", node.dependsOn());
        switch (node) {
            case Node.Model model -> put(members, model);
            case Node.Test test ->
                members.put("severity", test.severity().name().toLowerCase(Locale.ROOT));
        }
        return members;
    }

    static Map<String, Object> members(BuiltModel built) {
        var members = new LinkedHashMap<String, Object>();
        members.put("model", members(built.model()));
        members.put("files", built.files().stream().map(CatalogJson::members).toList());
        members.put(
                "columns", built.columns().stream().map(CatalogJson::members).toList());
        members.put("rows", built.rows());
        return members;
    }

    /** @throws IllegalArgumentException if this is not a plan that this engine can run */
    static CompiledPlan plan(JsonObject members) {
        int version = members.number("version").intValue();
        if (version != CompiledPlan.VERSION) {
            throw new IllegalArgumentException("the plan has version " + version + ", this engine runs version "
                    + CompiledPlan.VERSION + ": compile it with the Duckboard that was deployed");
        }
        return new CompiledPlan(
                members.text("project"),
                members.objects("nodes").map(PlanJson::node).toList());
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

    static BuiltModel built(JsonObject members) {
        return new BuiltModel(
                model(members.object("model")),
                members.objects("files").map(CatalogJson::file).toList(),
                members.objects("columns").map(CatalogJson::field).toList(),
                members.number("rows").longValue());
    }

    private static Node node(JsonObject members) {
        return members.has("materialized") ? model(members) : test(members);
    }

    private static void put(Map<String, Object> members, Node.Model model) {
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
