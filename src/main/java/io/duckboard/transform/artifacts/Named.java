package io.duckboard.transform.artifacts;

import io.duckboard.transform.compile.ColumnDoc;
import java.util.List;
import java.util.Optional;

/** The members that all resources of a manifest have. */
record Named(String type, String project, String uniqueId, String name, String path, String file, List<String> fqn) {

    Named {
        fqn = List.copyOf(fqn);
    }

    Members members() {
        return new Members()
                .put("unique_id", uniqueId)
                .put("resource_type", type)
                .put("name", name)
                .put("package_name", project)
                .put("path", path)
                .put("original_file_path", file)
                .put("fqn", fqn);
    }

    /** Returns the members for a resource that is a relation or could be one. */
    Members members(String schema) {
        return members().put("database", RelationName.DATABASE).put("schema", schema);
    }

    static Members columns(List<ColumnDoc> docs) {
        var columns = new Members();
        for (ColumnDoc column : docs) {
            columns.put(
                    column.name(),
                    new Members()
                            .put("name", column.name())
                            .put("description", column.description())
                            .put("data_type", Optional.empty())
                            .put("meta", new Members())
                            .put("constraints", List.of())
                            .put("tags", List.of()));
        }
        return columns;
    }
}
