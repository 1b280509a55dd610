package io.duckboard.transform.artifacts;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.run.RunReport;
import java.util.List;

/** The members of dbt's {@code catalog.json}, which is different from the lake's. */
record DocsCatalog(CompiledProject project, RunReport report) {

    Members members() {
        var models = new Members();
        for (BuiltModel built : report.built()) {
            String id = project.uniqueId(built.model());
            models.put(id, table(id, built));
        }
        return new Members()
                .put("metadata", Schema.CATALOG.metadata(report.endedAt()))
                .put("nodes", models)
                .put("sources", new Members())
                .putNull("errors");
    }

    private static Members table(String id, BuiltModel built) {
        boolean view = built.model().materialization() == Materialization.VIEW;
        return new Members()
                .put("unique_id", id)
                .put(
                        "metadata",
                        new Members()
                                .put("type", view ? "VIEW" : "BASE TABLE")
                                .put("database", RelationName.DATABASE)
                                .put("schema", RelationName.SCHEMA)
                                .put("name", built.model().name())
                                .putNull("comment")
                                .putNull("owner"))
                .put("columns", columns(built.columns()))
                .put("stats", view ? stats() : stats(built));
    }

    private static Members columns(List<Catalog.Field> fields) {
        var columns = new Members();
        for (int i = 0; i < fields.size(); i++) {
            Catalog.Field field = fields.get(i);
            columns.put(
                    field.name(),
                    new Members()
                            .put("name", field.name())
                            .put("type", field.type())
                            .put("index", i + 1)
                            .putNull("comment"));
        }
        return columns;
    }

    private static Members stats(BuiltModel built) {
        return new Members()
                .put("has_stats", hasStats(true))
                .put("num_rows", size("num_rows", "# Rows", "Rows when it was built", built.rows()))
                .put("num_bytes", size("num_bytes", "Approximate Size", "Bytes of its files", built.bytes()));
    }

    /** A view stores no rows. */
    private static Members stats() {
        return new Members().put("has_stats", hasStats(false));
    }

    private static Members hasStats(boolean known) {
        return new Members()
                .put("id", "has_stats")
                .put("label", "Has Stats?")
                .put("value", known)
                .put("include", false)
                .put("description", "Whether the size of the table is known");
    }

    private static Members size(String id, String label, String description, long value) {
        return new Members()
                .put("id", id)
                .put("label", label)
                .put("value", value)
                .put("include", true)
                .put("description", description);
    }
}
