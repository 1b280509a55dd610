package io.duckboard.transform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.duckboard.transform.docs.ProjectNode;
import io.duckboard.transform.lineage.Outputs;
import io.duckboard.transform.run.NodeOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Shows the details of one node. The parts that a run changes are updated; the rest stays as it is. */
final class NodePanel extends Section {

    private final ProjectNode node;
    private final Paragraph facts = new Paragraph();
    private final Div state = new Div();
    private final Button runFromHere = new Button("Run from here");
    private final ColumnsCard columns;
    private final TestsCard tests;

    NodePanel(ProjectNode node, ColumnsCard columns, Actions actions) {
        this.node = node;
        this.columns = columns;
        this.tests = new TestsCard(node, actions.rows());
        addClassNames("card", "node-panel");
        getElement().setAttribute("aria-label", node.name());
        getElement().setAttribute("tabindex", "-1");
        var close = new Button("✕", _ -> actions.close().run());
        close.setAriaLabel("Close");
        close.addThemeNames("tertiary");
        var head = new Div(new H2(node.name()), close);
        head.addClassName("node-head");
        facts.addClassName("remark");
        add(head, facts, state);
        add(links(actions));
        if (!node.description().isEmpty()) {
            add(new Paragraph(node.description()));
        }
        if (node.kind() != ProjectNode.Kind.EXPOSURE) {
            add(columns);
        }
        if (!node.tests().isEmpty()) {
            add(tests);
        }
        node.sql().map(SqlText::new).ifPresent(this::add);
    }

    /**
     * The actions that the panel offers.
     *
     * @param run absent for those who may not run the transform
     */
    record Actions(Runnable close, Optional<Runnable> run, Consumer<UUID> rows) {}

    void show(Sketch sketch, Instant now) {
        var words = new ArrayList<>(List.of(node.form()));
        words.addAll(sketch.facts(node, now));
        node.file().ifPresent(words::add);
        facts.setText(String.join(" · ", words));
        state.removeAll();
        Mark mark = sketch.mark(node);
        if (!mark.text().isEmpty()) {
            state.add(new MarkText(mark));
        }
        sketch.state(node.id()).ifPresent(known -> {
            if (known instanceof NodeOutcome.Failed(var failure, var _)) {
                state.add(new FailureText(failure));
            }
        });
        tests.show(sketch);
        runFromHere.setEnabled(sketch.run().filter(run -> run.isRunning()).isEmpty());
    }

    void show(Outputs lineage) {
        columns.show(lineage);
    }

    /** Scrolls into view and takes the focus from the drawing. */
    void enter() {
        getElement().executeJs("""
                this.focus({ preventScroll: true });
                const { top } = this.getBoundingClientRect();
                if (top < 0 || top > innerHeight / 2) {
                  this.scrollIntoView();
                }""");
    }

    private Component links(Actions actions) {
        var links = new Div();
        links.addClassName("node-links");
        if (node.kind() == ProjectNode.Kind.MODEL && actions.run().isPresent()) {
            runFromHere.addClickListener(_ -> actions.run().get().run());
            runFromHere.setTooltipText("Builds it and all that depends on it");
            links.add(runFromHere);
        }
        node.table().ifPresent(table -> links.add(new Anchor("data/" + table, "Look at its rows")));
        node.link().ifPresent(address -> links.add(new Anchor(address, "Open it")));
        return links;
    }
}
