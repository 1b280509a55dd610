package io.duckboard.cli.lake;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.catalog.Catalog.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** Writes tables as JSON. */
final class TableJson {

    private static final JSON PRETTY = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private TableJson() {}

    static String write(Object json) {
        return PRETTY.asString(json);
    }

    static String write(Table table) {
        return write(members(table));
    }

    static Map<String, Object> members(Table table) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", table.name());
        members.put("rows", table.rows());
        members.put("bytes", table.bytes());
        members.put("files", table.files().size());
        members.put("columns", columns(table.columns()));
        members.put("partitionColumns", table.partitionColumns());
        members.put("notes", table.notes());
        members.put("builtAt", table.isBuilt() ? table.builtAt().toString() : null);
        return members;
    }

    /** Returns the JSON members of a view, which has no rows of its own. */
    static Map<String, Object> members(Catalog.View view) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", view.name());
        members.put("sql", view.sql());
        members.put("columns", columns(view.columns()));
        members.put("builtAt", view.builtAt().toString());
        return members;
    }

    private static List<Map<String, String>> columns(List<Field> columns) {
        return columns.stream().map(TableJson::members).toList();
    }

    private static Map<String, String> members(Field column) {
        var members = new LinkedHashMap<String, String>();
        members.put("name", column.name());
        members.put("type", column.type());
        members.put("description", column.description());
        return members;
    }
}
