package io.duckboard.transform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.datapage.TableEntry;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.protocol.Node;
import io.duckboard.testing.ScriptedTransform;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeState;
import io.duckboard.transform.run.TransformFailure;
import io.duckboard.transform.state.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The drawing shows the project's nodes, what the lake knows of them, and how their last run went. */
class SketchTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final List<TableEntry> LAKE = List.of(
            table("trips", Catalog.Kind.DATASET, 10_000, NOON.minusSeconds(7200)),
            table("top_pickup_locations", Catalog.Kind.MODEL, 137, NOON.minusSeconds(180), "trips"));
    private static final NodeState BUILT = new NodeOutcome.Built(OptionalLong.of(137), Duration.ofMillis(42));

    @Test
    void drawsEachNodeAndWhatItReads() {
        LineageGraph graph = sketch(List.of(), Map.of()).graph(NOON);

        assertThat(graph.nodes())
                .extracting(LineageGraph.Node::name)
                .containsExactly("trips", "trips_by_pickup_location", "top_pickup_locations", "Trip Dashboard");
        assertThat(graph.edges())
                .containsExactly(
                        new LineageGraph.Edge(ScriptedTransform.TRIPS, ScriptedTransform.COUNTED),
                        new LineageGraph.Edge(ScriptedTransform.COUNTED, ScriptedTransform.TOP),
                        new LineageGraph.Edge(ScriptedTransform.TOP, ScriptedTransform.DASHBOARD));
        assertThat(graph.description()).isEqualTo("Lineage: 1 source, 2 models, 1 exposure");
    }

    @Test
    void addsNothingButWordsWhenMoreIsKnown() {
        LineageGraph before = sketch(List.of(), Map.of()).graph(NOON);
        LineageGraph after = sketch(LAKE, Map.of(ScriptedTransform.TOP, BUILT)).graph(NOON);

        assertThat(after.edges()).isEqualTo(before.edges());
        assertThat(after.nodes())
                .extracting(LineageGraph.Node::id)
                .containsExactlyElementsOf(
                        before.nodes().stream().map(LineageGraph.Node::id).toList());
    }

    @Test
    void writesRowsAndAgeOnWhatIsInTheLake() {
        LineageGraph graph = sketch(LAKE, Map.of()).graph(NOON);

        assertThat(graph.nodes())
                .extracting(LineageGraph.Node::facts)
                .containsExactly(
                        List.of("10,000 rows", "2 h ago"), List.of(), List.of("137 rows", "3 min ago"), List.of());
    }

    @Test
    void tellsHowANodeFared() {
        assertThat(mark(BUILT)).isEqualTo(new Mark(Mark.Tone.GOOD, "built in 42 ms"));
        assertThat(mark(new NodeState.Waiting())).isEqualTo(new Mark(Mark.Tone.WAITING, "waiting"));
        assertThat(mark(new NodeState.Running())).isEqualTo(new Mark(Mark.Tone.RUNNING, "running"));
        assertThat(mark(new NodeOutcome.Skipped())).isEqualTo(new Mark(Mark.Tone.SKIPPED, "skipped"));
        assertThat(mark(new NodeOutcome.Failed(TransformFailure.of("No.", "Try again."), Duration.ofMillis(3))))
                .isEqualTo(new Mark(Mark.Tone.BAD, "failed"));
    }

    @Test
    void tellsOfSourcesThatAreNewerThanTheModel() {
        List<TableEntry> reloaded = List.of(table("trips", Catalog.Kind.DATASET, 10_000, NOON), LAKE.getLast());

        assertThat(top(reloaded, Map.of()).run()).isEqualTo(new Mark(Mark.Tone.WARNING, "trips changed since"));
        assertThat(top(reloaded, Map.of(ScriptedTransform.TOP, BUILT)).run().text())
                .isEqualTo("trips changed since");
        assertThat(top(reloaded, Map.of(ScriptedTransform.TOP, new NodeState.Running()))
                        .run()
                        .text())
                .isEqualTo("running");
    }

    @Test
    void tellsWhatIsNotInTheLake() {
        List<TableEntry> other = List.of(table("other", Catalog.Kind.DATASET, 1, NOON));

        assertThat(sketch(other, Map.of()).graph(NOON).nodes())
                .extracting(node -> node.run().text())
                .containsExactly("not in the lake", "", "not built yet", "");
    }

    @Test
    void sumsUpTests() {
        NodeState passed = new NodeOutcome.Passed(Duration.ofMillis(3));
        NodeState warns = found(Node.Severity.WARN);
        NodeState fails = found(Node.Severity.ERROR);

        assertThat(top(LAKE, Map.of()).tests()).isEqualTo(new Mark(Mark.Tone.NONE, "2 tests"));
        assertThat(tests(passed, passed)).isEqualTo(new Mark(Mark.Tone.GOOD, "2 tests passed"));
        assertThat(tests(passed, warns)).isEqualTo(new Mark(Mark.Tone.WARNING, "1 test to look at"));
        assertThat(tests(fails, warns)).isEqualTo(new Mark(Mark.Tone.BAD, "1 test failed"));
        assertThat(tests(passed, new NodeState.Running())).isEqualTo(new Mark(Mark.Tone.RUNNING, "1 test running"));
    }

    private static NodeState found(Node.Severity severity) {
        return new NodeOutcome.FoundFailures(2, severity, Optional.empty(), Duration.ofMillis(3));
    }

    private static Mark mark(NodeState state) {
        return top(LAKE, Map.of(ScriptedTransform.TOP, state)).run();
    }

    private static Mark tests(NodeState unique, NodeState notNull) {
        return top(LAKE, Map.of(ScriptedTransform.UNIQUE, unique, ScriptedTransform.NOT_NULL, notNull))
                .tests();
    }

    private static LineageGraph.Node top(List<TableEntry> tables, Map<String, NodeState> states) {
        return sketch(tables, states).graph(NOON).nodes().get(2);
    }

    private static Sketch sketch(List<TableEntry> tables, Map<String, NodeState> states) {
        return new Sketch(ScriptedTransform.nodes(), tables, Optional.of(new RunState(NOON, states, Optional.empty())));
    }

    private static TableEntry table(String name, Catalog.Kind kind, long rows, Instant builtAt, String... from) {
        return new TableEntry(
                name,
                kind,
                OptionalLong.of(rows),
                OptionalLong.of(1),
                1,
                List.of(),
                Optional.of(builtAt),
                List.of(from),
                Optional.empty());
    }
}
