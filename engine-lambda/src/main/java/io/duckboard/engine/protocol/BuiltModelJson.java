package io.duckboard.engine.protocol;

import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code {"model": {…}, "files": […], "columns": […], "rows": n}}. */
final class BuiltModelJson {

    private BuiltModelJson() {}

    static Map<String, Object> members(BuiltModel built) {
        var members = new LinkedHashMap<String, Object>();
        members.put("model", NodeJson.members(built.model()));
        members.put("files", built.files().stream().map(CatalogJson::members).toList());
        members.put(
                "columns", built.columns().stream().map(CatalogJson::members).toList());
        members.put("rows", built.rows());
        return members;
    }

    static BuiltModel read(JsonObject members) {
        return new BuiltModel(
                NodeJson.model(members.object("model")),
                members.objects("files").map(CatalogJson::file).toList(),
                members.objects("columns").map(CatalogJson::field).toList(),
                members.number("rows").longValue());
    }

    static List<Map<String, Object>> members(List<BuiltModel> built) {
        return built.stream().map(BuiltModelJson::members).toList();
    }

    static List<BuiltModel> list(JsonObject members) {
        return members.has("built")
                ? members.objects("built").map(BuiltModelJson::read).toList()
                : List.of();
    }
}
