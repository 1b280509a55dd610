package io.duckboard.transform.artifacts;

import io.duckboard.transform.compile.SourceTable;
import java.util.List;

/** A table of the lake in the manifest. */
final class SourceNode {

    private SourceNode() {}

    static Members members(String project, SourceTable source) {
        return new Named(
                        "source",
                        project,
                        source.uniqueId(),
                        source.name(),
                        source.file(),
                        source.file(),
                        List.of(project, source.source(), source.name()))
                .members(source.source())
                .put("source_name", source.source())
                .put("source_description", source.sourceDescription())
                .put("loader", "")
                .put("identifier", source.table())
                .put("relation_name", RelationName.of(source.table()))
                .put("description", source.description())
                .put("columns", Named.columns(source.columns()))
                .put("tags", source.tags())
                .put("meta", new Members())
                .put("source_meta", new Members())
                .put("quoting", new Members())
                .put("config", new Members().put("enabled", true));
    }
}
