package io.duckboard.transform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
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
import io.duckboard.client.QueryService;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.transform.docs.ProjectNode;
import io.duckboard.transform.docs.ProjectNodes;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.run.TransformFailure;
import io.duckboard.transform.state.ProjectState;
import io.duckboard.transform.state.RunState;
import io.duckboard.transform.state.TransformRuns;
import io.duckboard.transform.state.TransformService;
import io.duckboard.ui.Notice;
import io.duckboard.ui.Progress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows the project as a graph, how its last run went, and the details of the node in the address. */
@Route("lineage")
@StyleSheet("lineage.css")
@Menu(title = "Lineage", order = 3, icon = "icons/lineage.svg")
final class LineageView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final TransformService transform;
    private final TransformRuns runs;
    private final Asker asker;
    private final Clock clock;
    private final ProjectRunBar bar;
    private final Progress progress = new Progress();
    private final Notice notice;
    private final Notice runNotice;
    private final Lineage drawing = new Lineage();
    private final Div body = new Div();
    private final LakeTables lake;
    private final NodeDetail detail;
    private Optional<ProjectNodes> project = Optional.empty();
    private Optional<RunState> run = Optional.empty();
    private String wanted = "";
    private Runnable stopListening = () -> {};

    LineageView(
            QueryService queries, TransformService transform, TransformRuns runs, Supplier<Asker> askers, Clock clock) {
        this.asker = askers.get();
        this.transform = transform;
        this.runs = runs;
        this.clock = clock;
        this.bar = new ProjectRunBar(runs, asker);
        this.notice = new Notice(this::askLake);
        this.runNotice = new Notice(() -> runs.start(Optional.empty()));
        this.lake = new LakeTables(queries, notice);
        this.detail = new NodeDetail(queries, transform, runs, asker);
        addClassName("page");
        var header = new Header(new H1("Lineage"), bar);
        header.addClassNames("page-header", "lineage-header");
        drawing.onOpen(open -> getUI().orElseThrow().navigate(LineageView.class, open.node()));
        body.addClassName("lineage");
        body.add(new Div(drawing), detail);
        add(header, progress, notice, runNotice, body);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String node) {
        open(node == null ? "" : node);
    }

    /** @param node id of the node whose details are shown; empty for none */
    void open(String node) {
        String before = wanted;
        wanted = node;
        if (isAttached()) {
            showWanted();
            if (!detail.enter()) {
                drawing.enter(before);
            }
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
        if (asker.may(Place.RUN_STATE)) {
            stopListening = RunUpdates.listen(runs, event.getUI(), this::changed);
        }
        bar.show(run, clock.instant());
        runs.state().ifPresent(this::show);
        if (event.isInitialAttach()) {
            readProject();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening.run();
        lake.forget();
    }

    private void readProject() {
        progress.start("Reading the project …");
        BackgroundWork.run(this, transform::project, state -> {
            progress.stop();
            switch (state) {
                case ProjectState.Ready(ProjectNodes found) -> show(found);
                case ProjectState.Broken(List<TransformFailure> failures) -> {
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

    private void askLake() {
        lake.ask(this, this::draw, this::showWanted);
    }

    private void changed(RunState state) {
        boolean hasEnded = !state.isRunning() && !run.equals(Optional.of(state));
        show(state);
        draw();
        if (hasEnded) {
            askLake();
            // The run read the project when it began, and the project may have changed since this page read it.
            readProject();
        }
    }

    private void show(RunState state) {
        run = Optional.of(state);
        bar.show(run, clock.instant());
        runNotice.clear();
        state.end().map(RunState.End::outcome).ifPresent(this::show);
    }

    /** Shows those parts of a run's outcome that belong to no node. */
    private void show(RunOutcome outcome) {
        switch (outcome) {
            case RunOutcome.Failed(TransformFailure failure) ->
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
        project.map(nodes -> new Sketch(nodes, lake.tables(), run)).ifPresent(sketch -> {
            drawing.show(sketch.graph(clock.instant()));
            detail.show(sketch, clock.instant());
        });
    }

    private void showWanted() {
        project.ifPresent(nodes -> {
            drawing.choose(nodes.node(wanted).map(ProjectNode::id).orElse(""));
            detail.show(nodes, wanted, lake.columns());
            body.setClassName("lineage-chosen", !detail.isEmpty());
            draw();
        });
    }
}
