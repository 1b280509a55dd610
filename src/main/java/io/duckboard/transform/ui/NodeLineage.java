package io.duckboard.transform.ui;

import io.duckboard.datapage.ColumnEntry;
import io.duckboard.datapage.LakeColumns;
import io.duckboard.transform.docs.ProjectNode;
import io.duckboard.transform.docs.ProjectNodes;
import io.duckboard.transform.lineage.Outputs;
import io.duckboard.transform.lineage.SourceLineage;
import io.duckboard.transform.state.TransformService;

/**
 * Finds the sources' columns that a model's columns are made of, using the trees that the engine makes of their SQL.
 *
 * @param columns the columns of the lake's tables
 */
record NodeLineage(TransformService transform, ProjectNodes project, LakeColumns columns) {

    /** Asks the engine, which may take a while. */
    Outputs of(ProjectNode model, String sql) {
        var lineage = new SourceLineage(
                table -> project.ofTable(table).flatMap(ProjectNode::sql).flatMap(transform::tree),
                table -> columns.of(table)
                        .map(all -> all.stream().map(ColumnEntry::name).toList()));
        return transform
                .tree(sql)
                .map(tree -> lineage.of(model.name(), tree))
                .orElseGet(() -> new Outputs.NotKnown("the engine makes no tree of its SQL"));
    }
}
