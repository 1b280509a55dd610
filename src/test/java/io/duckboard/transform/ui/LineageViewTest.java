package io.duckboard.transform.ui;

import static io.duckboard.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.duckboard.audit.Audit;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.engine.protocol.Node;
import io.duckboard.security.Asker;
import io.duckboard.testing.PanelTest;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.ScriptedTransform;
import io.duckboard.transform.project.Place;
import io.duckboard.transform.run.KeptRows;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeState;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.run.TransformFailure;
import io.duckboard.transform.state.ProjectState;
import io.duckboard.transform.state.TransformRuns;
import io.duckboard.ui.Notice;
import io.duckboard.ui.grid.AnswerGrid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Lineage page, without a browser. */
class LineageViewTest extends PanelTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final String TABLES = "FROM lake.tables";
    private static final UUID ROWS = UUID.randomUUID();

    private final ScriptedEngine engine = new ScriptedEngine();
    private final ScriptedTransform transform = new ScriptedTransform();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final TransformRuns runs = new TransformRuns(transform, Asker::everyone, Audit.off(), clock);

    @BeforeEach
    void tellOfTheLake() {
        long built = NOW.minusSeconds(180).toEpochMilli();
        engine.answer(
                TABLES,
                "name,kind,rows,bytes,files,partitioned_by,built_at_ms,built_from,problem",
                List.of(
                        Arrays.asList("trips", "dataset", 10_000, 1, 1, List.of(), built, List.of(), null),
                        Arrays.asList(
                                "top_pickup_locations", "model", 137, 1, 1, List.of(), built, List.of("trips"), null)));
        engine.answer(
                "FROM lake.columns",
                "name,type,description,is_partition,table_name",
                List.of(
                        Arrays.asList("location_id", "INTEGER", null, false, "top_pickup_locations"),
                        Arrays.asList("counts", "BIGINT", null, false, "top_pickup_locations"),
                        Arrays.asList("pickup_location_id", "INTEGER", "Where", false, "trips")));
    }

    @AfterEach
    void endTheRun() {
        runs.cancel();
    }

    @Test
    void drawsTheProjectWithWhatTheLakeKnows() {
        open("");

        eventually(() -> drawn().contains("10,000 rows"));
        assertThat(drawn()).contains("trips_by_pickup_location", "137 rows", "3 min ago", "2 tests", "Trip Dashboard");
        assertThat(texts(H2.class)).isEmpty();
    }

    @Test
    void showsAllThatIsKnownOfANode() {
        open(ScriptedTransform.TOP);

        eventually(() -> texts(Span.class).contains("INTEGER"));
        assertThat(texts(H2.class)).containsExactly("top_pickup_locations");
        assertThat(texts(Paragraph.class))
                .contains(
                        "external table · 137 rows · 3 min ago · models/top_pickup_locations.sql",
                        "The 200 zones where most trips began.");
        assertThat(texts(Span.class))
                .contains("location_id", "Zone of the pickup", "unique location_id", "not run yet");
        assertThat(find(Pre.class).single().getText()).isEqualTo(ScriptedTransform.TOP_SQL);
        assertThat(find(Anchor.class).withText("Open in editor").single().getHref())
                .startsWith("sql?q=WITH%20__dbt__cte__");
    }

    @Test
    void saysThatANodeIsNotThere() {
        open("model.shop.<b>gone</b>");

        eventually(() -> texts(H2.class).contains("There is no node “model.shop.<b>gone</b>”"));
        assertThat(find(NodePanel.class).exists()).isFalse();
    }

    @Test
    void saysWhereColumnsComeFromOrThatNobodyKnows() {
        open(ScriptedTransform.TOP);
        eventually(() -> texts(Paragraph.class).stream().anyMatch(text -> text.contains("is not known")));

        transform.parse(ScriptedTransform.TOP_SQL, """
                {"error":false,"statements":[{"node":{"type":"SELECT_NODE","select_list":[
                {"class":"COLUMN_REF","alias":"location_id","column_names":["pickup_location_id"]},
                {"class":"FUNCTION","alias":"counts","function_name":"count_star"}],
                "from_table":{"type":"BASE_TABLE","table_name":"trips"}}}]}""");
        open(ScriptedTransform.TOP);

        // The lake's answer makes a new list, and the columns are traced again for it.
        eventually(() -> texts(Span.class)
                .containsAll(List.of("from trips.pickup_location_id", "from no column: counted, or a constant")));
    }

    @Test
    void runsAllAndTellsHowFarItIs() {
        open("");

        test(button("Run all")).click();
        transform.tell(ScriptedTransform.TOP, new NodeState.Running());

        eventually(() -> texts(Span.class).contains("running: 0 of 3 steps"));
        assertThat(drawn()).contains("RUNNING", "2 tests waiting");
        assertThat(button("Run all").isEnabled()).isFalse();
        transform.tell(ScriptedTransform.TOP, new NodeOutcome.Built(OptionalLong.of(137), Duration.ofMillis(42)));
        transform.tell(ScriptedTransform.UNIQUE, new NodeOutcome.Passed(Duration.ofMillis(4)));
        transform.tell(ScriptedTransform.NOT_NULL, new NodeOutcome.Passed(Duration.ofMillis(4)));
        transform.end(new RunOutcome.Published(List.of()));
        eventually(() -> texts(Span.class).contains("published just now"));
        assertThat(drawn()).contains("built in 42 ms", "2 tests passed");
        eventually(() ->
                engine.asked().stream().filter(sql -> sql.contains(TABLES)).count() == 2);
        assertThat(button("Run all").isEnabled()).isTrue();
    }

    @Test
    void runsFromANodeOn() {
        open(ScriptedTransform.TOP);

        eventually(() -> find(Button.class).withText("Run from here").exists());
        test(button("Run from here")).click();

        eventually(() -> texts(Span.class).contains("running: 0 of 3 steps"));
        assertThat(transform.asked()).contains(ScriptedTransform.TOP);
    }

    @Test
    void showsTheRunOfSomebodyElse() {
        runs.start(Optional.empty());
        transform.tell(ScriptedTransform.TOP, new NodeState.Running());

        open("");

        eventually(() -> texts(Span.class).contains("running: 0 of 3 steps"));
        eventually(() -> drawn().contains("RUNNING"));
    }

    @Test
    void asksBeforeItCancels() {
        open("");
        test(button("Run all")).click();
        eventually(() -> texts(Span.class).contains("running: 0 of 3 steps"));

        test(button("Cancel")).click();
        assertThat(runs.state().orElseThrow().isRunning()).isTrue();
        test(find(ConfirmDialog.class).single()).confirm();

        eventually(() -> texts(Span.class).stream().anyMatch(text -> text.startsWith("cancelled ")));
    }

    @Test
    void leavesTheRunAloneWhenSomebodyLeaves() {
        open("");
        test(button("Run all")).click();
        eventually(() -> texts(Span.class).contains("running: 0 of 3 steps"));

        show(new Span("another page"));

        assertThat(runs.state().orElseThrow().isRunning()).isTrue();
    }

    @Test
    void showsTheErrorOfAFailedNodeWithItsPlace() {
        open(ScriptedTransform.TOP);
        test(button("Run all")).click();
        transform.tell(
                ScriptedTransform.TOP,
                new NodeOutcome.Failed(
                        failure("models/top_pickup_locations.sql", 3, "No column <b>count</b>.", "Name counts."),
                        Duration.ofMillis(3)));
        transform.end(new RunOutcome.KeptBack());

        eventually(() -> texts(Code.class).contains("models/top_pickup_locations.sql:3"));
        assertThat(texts(Paragraph.class)).contains("No column <b>count</b>.", "Name counts.");
        assertThat(texts(Span.class)).contains("ran just now, 1 failure: nothing published");
    }

    @Test
    void showsTheRowsThatATestFound() {
        engine.answer("FROM parts", "location_id", List.of(List.of("4711")));
        open(ScriptedTransform.TOP);
        test(button("Run all")).click();
        transform.tell(
                ScriptedTransform.UNIQUE,
                new NodeOutcome.FoundFailures(
                        2,
                        Node.Severity.ERROR,
                        Optional.of(new KeptRows("results/" + ROWS + ".parquet")),
                        Duration.ofMillis(3)));

        eventually(() -> find(Button.class).withText("Show them").exists());
        assertThat(texts(Span.class)).contains("2 failing rows");
        test(button("Show them")).click();

        eventually(() -> find(AnswerGrid.class).exists());
        assertThat(engine.questions().getLast().parts()).containsExactly(ROWS);
    }

    @Test
    void showsEveryErrorOfAProjectThatDoesNotCompile() {
        transform.find(new ProjectState.Broken(List.of(
                failure("models/top.sql", 3, "There is no model “<i>x”.", "Did you mean “y”?"),
                new TransformFailure(
                        Optional.empty(), Optional.empty(), "There is no project in transform/.", Optional.empty()))));
        open("");

        eventually(() -> texts(H2.class).contains("The project cannot be shown"));
        assertThat(texts(Code.class)).containsExactly("models/top.sql:3");
        assertThat(texts(Paragraph.class))
                .contains("There is no model “<i>x”.", "Did you mean “y”?", "There is no project in transform/.");
        assertThat(find(Lineage.class).exists()).isFalse();

        transform.find(new ProjectState.Ready(ScriptedTransform.nodes()));
        test(button("Look again")).click();
        eventually(() -> find(Lineage.class).exists());
        assertThat(texts(H2.class)).isEmpty();
    }

    @Test
    void drawsTheProjectWhenTheLakeIsAway() {
        engine.end(TABLES, new QueryOutcome.Unreachable("Nobody answers.", "Start the engine."));
        open("");

        eventually(() -> find(Notice.class).exists());
        assertThat(texts(Paragraph.class))
                .contains("Nobody answers.")
                .anyMatch(hint -> hint.startsWith("Start the engine. Reference: "));
        assertThat(drawn()).contains("top_pickup_locations");
    }

    @Test
    void saysWhyARunCouldNotGoOn() {
        open("");
        test(button("Run all")).click();
        transform.end(
                new RunOutcome.Failed(TransformFailure.of("Another run holds the project.", "Wait for its end.")));

        eventually(() -> texts(Paragraph.class).contains("Another run holds the project."));
        assertThat(texts(Span.class)).contains("failed just now");
    }

    private static TransformFailure failure(String file, int line, String message, String hint) {
        return new TransformFailure(Optional.empty(), Optional.of(new Place(file, line)), message, Optional.of(hint));
    }

    private void open(String node) {
        var view = new LineageView(new QueryService(engine, Asker::everyone), transform, runs, Asker::everyone, clock);
        view.open(node);
        show(view);
    }

    /** Returns the graph that the browser receives to draw. */
    private String drawn() {
        return String.valueOf(find(Lineage.class).single().getElement().getPropertyRaw("graph"));
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private <T extends Component & HasText> List<String> texts(Class<T> kind) {
        return find(kind).all().stream().map(HasText::getText).toList();
    }
}
