package io.duckboard.transform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.duckboard.format.Figures;
import io.duckboard.transform.docs.ProjectNode;
import io.duckboard.transform.run.KeptRows;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeState;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Shows a model's tests and how each ended in the last run, with buttons that show the rows it found. */
final class TestsCard extends Div {

    private final ProjectNode node;
    private final Consumer<UUID> rows;
    private final UnorderedList list = new UnorderedList();

    /** @param rows shows the rows that a test found */
    TestsCard(ProjectNode node, Consumer<UUID> rows) {
        this.node = node;
        this.rows = rows;
        addClassName("node-tests");
        add(new H3(Figures.count(node.tests().size(), "test")), list);
    }

    void show(Sketch sketch) {
        list.removeAll();
        for (ProjectNode.Test test : node.tests()) {
            Optional<NodeState> state = sketch.state(test.id());
            Mark mark = state.map(Mark::of).orElse(new Mark(Mark.Tone.NONE, "not run yet"));
            var name = new Span(test.name());
            name.addClassName("node-test-name");
            var item = new ListItem(name, new MarkText(mark));
            state.ifPresent(known -> tell(item, known));
            list.add(item);
        }
    }

    private void tell(ListItem item, NodeState state) {
        if (state instanceof NodeOutcome.FoundFailures found) {
            found.rows()
                    .flatMap(KeptRows::query)
                    .ifPresent(query -> item.add(new Button("Show them", _ -> rows.accept(query))));
        }
        if (state instanceof NodeOutcome.Failed(var failure, var _)) {
            item.add(new FailureText(failure));
        }
    }
}
