package io.duckboard.transform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.datapage.ColumnEntry;
import io.duckboard.datapage.LakeColumns;
import io.duckboard.datapage.TableEntry;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Request;
import io.duckboard.transform.docs.ProjectNode;
import io.duckboard.transform.docs.ProjectNodes;
import io.duckboard.transform.lineage.Outputs;
import io.duckboard.transform.lineage.SourceLineage;
import io.duckboard.transform.run.Failure;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.state.ProjectState;
import io.duckboard.transform.state.RunState;
import io.duckboard.transform.state.TransformRuns;
import io.duckboard.transform.state.TransformService;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Progress;
import io.duckboard.ui.Questions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The transform's project as a drawing, how its last run went, and of the node in the address all that is known. */
@Route("lineage")
@StyleSheet("lineage.css")
@Menu(title = "Lineage", order = 3, icon = "icons/lineage.svg")
final class LineageView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final QueryService queries;
    private final Questions questions;
    private final TransformService transform;
    private final TransformRuns runs;
    private final Clock clock;
    private final ProjectRunBar bar;
    private final Progress progress = new Progress();
    private final Notice notice;
    private final Notice runNotice;
    private final Lineage drawing = new Lineage();
    private final Div detail = new Div();
    private final Div body = new Div();
    private Optional<ProjectNodes> project = Optional.empty();
    private Optional<NodePanel> panel = Optional.empty();
    private List<TableEntry> tables = List.of();
    private LakeColumns columns = LakeColumns.NONE;
    private Optional<RunState> run = Optional.empty();
    private String wanted = "";
    private Runnable stopListening = () -> {};

    LineageView(QueryService queries, TransformService transform, TransformRuns runs, Clock clock) {
        this.queries = queries;
        this.questions = new Questions(queries);
        this.transform = transform;
        this.runs = runs;
        this.clock = clock;
        this.bar = new ProjectRunBar(runs);
        this.notice = new Notice(this::askLake);
        this.runNotice = new Notice(() -> runs.start(Optional.empty()));
        addClassName("page");
        var header = new Header(new H1("Lineage"), bar);
        header.addClassNames("page-header", "lineage-header");
        drawing.onOpen(open -> getUI().orElseThrow().navigate(LineageView.class, open.node()));
        detail.addClassName("lineage-detail");
        body.addClassName("lineage");
        body.add(new Div(drawing), detail);
        add(header, progress, notice, runNotice, body);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String node) {
        open(node == null ? "" : node);
    }

    /** @param node id of the one whose details are shown; empty for none */
    void open(String node) {
        String before = wanted;
        wanted = node;
        if (isAttached()) {
            showWanted();
            panel.ifPresentOrElse(NodePanel::enter, () -> drawing.enter(before));
        }
    }

    @Override
    public String getPageTitle() {
        String name = project.flatMap(known -> known.node(wanted))
                .map(ProjectNode::name)
                .orElse(wanted);
        return (name.isEmpty() ? "" : name + " · ") + "Lineage · Duckboard";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        stopListening = runs.onChange(newest(ui));
        bar.show(run, clock.instant());
        runs.state().ifPresent(this::show);
        if (event.isInitialAttach()) {
            readProject();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening.run();
        questions.forget();
    }

    private void readProject() {
        progress.start("Reading the project …");
        aside(transform::project, state -> {
            progress.stop();
            switch (state) {
                case ProjectState.Ready(ProjectNodes found) -> show(found);
                case ProjectState.Broken(List<Failure> failures) -> {
                    bar.setVisible(false);
                    body.setVisible(false);
                    replaceFailures(Optional.of(new FailureList(failures, this::readProject)));
                }
            }
        });
    }

    private void show(ProjectNodes found) {
        replaceFailures(Optional.empty());
        bar.setVisible(true);
        body.setVisible(true);
        if (!project.equals(Optional.of(found))) {
            project = Optional.of(found);
            draw();
            showWanted();
            askLake();
        }
    }

    private void replaceFailures(Optional<FailureList> failures) {
        getChildren().filter(FailureList.class::isInstance).toList().forEach(this::remove);
        failures.ifPresent(this::add);
    }

    /** One question after the other: they keep one worker busy. */
    private void askLake() {
        notice.clear();
        ask(TableEntry.query(), answer -> {
            tables = TableEntry.of(answer);
            draw();
            ask(LakeColumns.query(), more -> {
                columns = LakeColumns.of(more);
                showWanted();
            });
        });
    }

    private void ask(Request.Query query, Consumer<Answer.Rows> listener) {
        questions.ask(this, query, outcome -> {
            switch (outcome) {
                case QueryOutcome.Answered answered -> listener.accept(answered.answer());
                case QueryOutcome.Exported _ -> throw new IllegalStateException("This page asks for rows.");
                case QueryOutcome.Failed failed -> notice.show(failed);
                case QueryOutcome.Unreachable(var failure) -> notice.show(failure);
            }
        });
    }

    /** Of states that come faster than the page is drawn, it takes the last. */
    private Consumer<RunState> newest(UI ui) {
        var waiting = new AtomicReference<@Nullable RunState>();
        var told = ui.accessLater(
                (RunState _) -> Optional.ofNullable(waiting.getAndSet(null)).ifPresent(this::changed), () -> {});
        return state -> {
            if (waiting.getAndSet(state) == null) {
                told.accept(state);
            }
        };
    }

    private void changed(RunState state) {
        boolean hasEnded = !state.isRunning() && !run.equals(Optional.of(state));
        show(state);
        draw();
        if (hasEnded) {
            askLake();
            // It ran the project as it was at its beginning, which may be another than this page has read.
            readProject();
        }
    }

    private void show(RunState state) {
        run = Optional.of(state);
        bar.show(run, clock.instant());
        runNotice.clear();
        state.end().map(RunState.End::outcome).ifPresent(this::show);
    }

    /** What is told of a run's end at none of its nodes. */
    private void show(RunOutcome outcome) {
        switch (outcome) {
            case RunOutcome.Failed(Failure failure) ->
                runNotice.show(failure.placed(), failure.hint().orElse(""));
            case RunOutcome.Published(List<String> notes) -> {
                if (!notes.isEmpty()) {
                    runNotice.show(String.join(" ", notes), "All else is published.");
                }
            }
            case RunOutcome.Tested _, RunOutcome.KeptBack _, RunOutcome.Cancelled _ -> {}
        }
    }

    private void draw() {
        project.map(this::sketch).ifPresent(sketch -> {
            drawing.show(sketch.graph(clock.instant()));
            panel.ifPresent(shown -> shown.show(sketch, clock.instant()));
        });
    }

    private Sketch sketch(ProjectNodes known) {
        return new Sketch(known, tables, run);
    }

    private void showWanted() {
        Optional<ProjectNode> node = project.flatMap(known -> known.node(wanted));
        panel = node.map(this::panel);
        drawing.choose(node.map(ProjectNode::id).orElse(""));
        detail.removeAll();
        panel.ifPresent(detail::add);
        if (project.isPresent() && panel.isEmpty() && !wanted.isEmpty()) {
            detail.add(new UnknownNode(wanted));
        }
        body.setClassName("lineage-chosen", detail.getComponentCount() > 0);
        draw();
        node.ifPresent(this::askLineage);
    }

    private NodePanel panel(ProjectNode node) {
        List<ColumnEntry> inLake = node.table().flatMap(columns::of).orElse(List.of());
        return new NodePanel(
                node,
                new ColumnsCard(node, inLake, node.sql().isPresent()),
                new NodePanel.Actions(
                        () -> getUI().orElseThrow().navigate(LineageView.class),
                        () -> runs.start(Optional.of(node.id())),
                        rows -> new FoundRows(queries, rows).open()));
    }

    private void askLineage(ProjectNode node) {
        Optional<NodePanel> asking = panel;
        ProjectNodes known = project.orElseThrow();
        LakeColumns inLake = columns;
        node.sql()
                .ifPresent(sql -> aside(() -> lineage(node, sql, known, inLake), lineage -> {
                    if (panel.equals(asking)) {
                        panel.ifPresent(shown -> shown.show(lineage));
                    }
                }));
    }

    private Outputs lineage(ProjectNode node, String sql, ProjectNodes known, LakeColumns inLake) {
        var lineage = new SourceLineage(
                table -> known.ofTable(table).flatMap(ProjectNode::sql).flatMap(transform::tree),
                table -> inLake.of(table)
                        .map(all -> all.stream().map(ColumnEntry::name).toList()));
        return transform
                .tree(sql)
                .map(tree -> lineage.of(node.name(), tree))
                .orElseGet(() -> new Outputs.NotKnown("the engine makes no tree of its SQL"));
    }

    /** Does what takes a while on a thread of its own. */
    private <T> void aside(Supplier<T> work, Consumer<T> listener) {
        var told = getUI().orElseThrow().accessLater(listener::accept, () -> {});
        Thread.ofVirtual().name("lineage").start(() -> told.accept(work.get()));
    }
}
