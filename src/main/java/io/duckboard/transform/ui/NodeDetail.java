package io.duckboard.transform.ui;

import com.vaadin.flow.component.html.Div;
import io.duckboard.client.QueryService;
import io.duckboard.datapage.ColumnEntry;
import io.duckboard.datapage.LakeColumns;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.transform.docs.ProjectNode;
import io.duckboard.transform.docs.ProjectNodes;
import io.duckboard.transform.state.TransformRuns;
import io.duckboard.transform.state.TransformService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The area beside the drawing that shows the details of one node. */
final class NodeDetail extends Div {

    private final QueryService queries;
    private final TransformService transform;
    private final TransformRuns runs;
    private final Asker asker;
    private Optional<NodePanel> panel = Optional.empty();

    NodeDetail(QueryService queries, TransformService transform, TransformRuns runs, Asker asker) {
        this.queries = queries;
        this.transform = transform;
        this.runs = runs;
        this.asker = asker;
        addClassName("lineage-detail");
    }

    /** @param id of the node; empty for none */
    void show(ProjectNodes project, String id, LakeColumns columns) {
        Optional<ProjectNode> node = project.node(id);
        panel = node.map(found -> panel(found, columns));
        removeAll();
        panel.ifPresent(this::add);
        if (panel.isEmpty() && !id.isEmpty()) {
            add(new UnknownNode(id));
        }
        node.ifPresent(found -> askLineage(found, new NodeLineage(transform, project, columns)));
    }

    /** Updates the parts that a run changes. */
    void show(Sketch sketch, Instant now) {
        panel.ifPresent(shown -> shown.show(sketch, now));
    }

    boolean isEmpty() {
        return getComponentCount() == 0;
    }

    /** Takes the focus if a node is shown. */
    boolean enter() {
        panel.ifPresent(NodePanel::enter);
        return panel.isPresent();
    }

    private NodePanel panel(ProjectNode node, LakeColumns columns) {
        List<ColumnEntry> inLake = node.table().flatMap(columns::of).orElse(List.of());
        return new NodePanel(
                node,
                new ColumnsCard(node, inLake, node.sql().isPresent()),
                new NodePanel.Actions(
                        () -> getUI().orElseThrow().navigate(LineageView.class),
                        asker.may(Place.TRANSFORM_START)
                                ? Optional.of(() -> runs.start(Optional.of(node.id())))
                                : Optional.empty(),
                        rows -> new FoundRows(queries, rows).open()));
    }

    private void askLineage(ProjectNode node, NodeLineage lineage) {
        Optional<NodePanel> asking = panel;
        node.sql()
                .ifPresent(sql -> BackgroundWork.run(this, () -> lineage.of(node, sql), outputs -> {
                    if (panel.equals(asking)) {
                        panel.ifPresent(shown -> shown.show(outputs));
                    }
                }));
    }
}
