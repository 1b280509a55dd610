package io.duckboard.board.file;

import io.duckboard.board.yaml.Named;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.jr.ob.JSON;

/** The JSON Schema of a dashboard's file, by which editors complete and check it. */
public final class DashboardSchema {

    /** The file's name, in the folder of dashboards. */
    public static final String FILE = "dashboard.schema.json";

    /** The first line of a dashboard's file, which names the schema to editors. */
    public static final String FIRST_LINE = "# yaml-language-server: $schema=" + FILE;

    private static final JSON PRETTY = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private DashboardSchema() {}

    /** The schema as JSON, made of what reads the files. */
    public static String json() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "A dashboard of Duckboard");
        schema.putAll(new DashboardShape(SqlFiles.NONE).shape.schema());
        var definitions = new LinkedHashMap<String, Object>();
        for (Named<?> named : List.of(FormatShape.TYPE, PlaceShape.TYPE, TileShape.SORTED)) {
            definitions.put(named.name(), named.type().schema());
        }
        schema.put("definitions", definitions);
        return PRETTY.asString(schema) + "\n";
    }
}
