package io.duckboard.transform.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.EngineTarget;
import io.duckboard.client.QuerySettings;
import io.duckboard.client.TransformEngine;
import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.testing.SampleEngine;
import io.duckboard.testing.ShippedProject;
import io.duckboard.transform.run.KeptRows;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeState;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.run.TransformFailure;
import io.duckboard.transform.testing.ProjectFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The project in a folder is read, run by the real engine over the sample's lake, and reported node by node. */
@Tag("process")
class ProjectTransformTest {

    @RegisterExtension
    static final SampleEngine ENGINE = new SampleEngine();

    private static final String VIEW = "model.duckboard.trips_by_pickup_location";
    private static final String TOP = "model.duckboard.top_pickup_locations";

    @TempDir
    private Path folder;

    private final List<Map.Entry<String, NodeState>> told = new CopyOnWriteArrayList<>();
    private final Map<String, NodeState> states = new ConcurrentHashMap<>();
    private EngineTarget<TransformEngine> target;

    @BeforeEach
    void findTheEngine() {
        target = EngineTarget.forTransform(settings(), FormatRise.REFUSED);
    }

    @AfterEach
    void letTheEngineGo() {
        target.close();
    }

    @Test
    void readsTheProjectThatItIsShippedWith() {
        assertThat(transform(ShippedProject.FOLDER).project())
                .asInstanceOf(InstanceOfAssertFactories.type(ProjectState.Ready.class))
                .extracting(ready -> ready.nodes().all())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(5);
    }

    @Test
    void saysHowToNameAProjectWhereThereIsNone() {
        List<TransformFailure> failures = failures(folder.resolve("nowhere"));

        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst().place()).isEmpty();
        assertThat(failures.getFirst().message()).contains("nowhere");
        assertThat(failures.getFirst().hint().orElseThrow()).contains("DUCKBOARD_TRANSFORM_PROJECT");
    }

    @Test
    void saysThatAFolderHasNoProjectInIt() {
        assertThat(failures(folder))
                .extracting(failure -> failure.place().orElseThrow().toString())
                .containsExactly("dbt_project.yml");
    }

    @Test
    void namesFileAndLineOfAllThatIsWrong() {
        ProjectFiles.in(folder)
                .model("top", "SELECT *\nFROM {{ ref('cuonted') }}")
                .model("counted", "SELECT 1 AS one\n\nFROM {{ source('lake', 'trips') }}");

        assertThat(failures(folder))
                .extracting(failure -> failure.place().orElseThrow().toString())
                .containsExactly("models/counted.sql:3", "models/top.sql:2");
        assertThat(failures(folder).getLast().hint().orElseThrow()).contains("counted");
    }

    @Test
    void namesTheLineOfBrokenYaml() {
        ProjectFiles.in(folder).model("top", "SELECT 1 AS one").with("models/schema.yml", "models:\n  - name: [top\n");

        assertThat(failures(folder))
                .isNotEmpty()
                .allSatisfy(failure ->
                        assertThat(failure.place().orElseThrow().toString()).startsWith("models/schema.yml:"));
    }

    @Test
    void buildsTestsAndPublishesAllOfIt() throws IOException {
        RunOutcome end = run(ShippedProject.copiedTo(folder.resolve("shipped")), Optional.empty());

        assertThat(end).isInstanceOf(RunOutcome.Published.class);
        assertThat(states.get(VIEW))
                .asInstanceOf(InstanceOfAssertFactories.type(NodeOutcome.Built.class))
                .extracting(NodeOutcome.Built::rows)
                .isEqualTo(OptionalLong.empty());
        assertThat(states.get(TOP))
                .asInstanceOf(InstanceOfAssertFactories.type(NodeOutcome.Built.class))
                .extracting(NodeOutcome.Built::rows)
                .isEqualTo(OptionalLong.of(137));
        assertThat(states).hasSize(17);
        assertThat(states.values().stream().filter(NodeOutcome.Passed.class::isInstance))
                .hasSize(15);
    }

    @Test
    void tellsFirstThatAllWaitAndOfEachThatItRuns() throws IOException {
        run(ShippedProject.copiedTo(folder.resolve("shipped")), Optional.of(TOP));

        int nodes = states.size();
        assertThat(states).doesNotContainKey(VIEW);
        assertThat(told.subList(0, nodes)).extracting(Map.Entry::getValue).containsOnly(new NodeState.Waiting());
        assertThat(told.stream()
                        .filter(entry -> entry.getKey().equals(TOP))
                        .map(entry -> entry.getValue().getClass()))
                .isEqualTo(List.of(NodeState.Waiting.class, NodeState.Running.class, NodeOutcome.Built.class));
    }

    @Test
    void showsAnErrorOfTheEngineAtTheLineThatWasWritten() {
        ProjectFiles.in(folder)
                .with("macros/counted.sql", "{% macro counted() %}\ncount(*)\n{% endmacro %}")
                .model(
                        "busy",
                        "{{ config(materialized='table') }}\n\nSELECT {{ counted() }} AS n,\n  pickup_plaice\nFROM zones GROUP BY ALL")
                .model("after", "{{ config(materialized='table') }} SELECT * FROM {{ ref('busy') }}");

        RunOutcome end = run(folder, Optional.empty());

        assertThat(end).isInstanceOf(RunOutcome.KeptBack.class);
        assertThat(states.get("model.shop.busy"))
                .asInstanceOf(InstanceOfAssertFactories.type(NodeOutcome.Failed.class))
                .satisfies(failed ->
                        assertThat(failed.failure().place().orElseThrow()).hasToString("models/busy.sql:4"));
        assertThat(states.get("model.shop.after")).isEqualTo(new NodeOutcome.Skipped());
    }

    @Test
    void keepsTheRowsThatATestFound() {
        ProjectFiles.in(folder)
                .model("twice", "{{ config(materialized='table') }} SELECT 1 AS one UNION ALL SELECT 1")
                .with("models/schema.yml", """
                        models:
                          - name: twice
                            columns:
                              - name: one
                                data_tests:
                                  - unique
                                  - accepted_values: {arguments: {values: [7]}, config: {severity: warn}}
                        """);

        RunOutcome end = run(folder, Optional.empty());

        assertThat(end).isInstanceOf(RunOutcome.KeptBack.class);
        assertThat(states.get("test.shop.unique_twice_one"))
                .asInstanceOf(InstanceOfAssertFactories.type(NodeOutcome.FoundFailures.class))
                .satisfies(found -> {
                    assertThat(found.failures()).isEqualTo(1);
                    assertThat(found.isError()).isTrue();
                    assertThat(found.rows().flatMap(KeptRows::query)).isPresent();
                });
        assertThat(states.get("test.shop.accepted_values_twice_one__7"))
                .asInstanceOf(InstanceOfAssertFactories.type(NodeOutcome.FoundFailures.class))
                .extracting(NodeOutcome.FoundFailures::isError)
                .isEqualTo(false);
    }

    @Test
    void endsWithTheFirstErrorOfAProjectThatDoesNotCompile() {
        ProjectFiles.in(folder).model("top", "SELECT 1 FROM {{ ref('gone') }}");

        assertThat(run(folder, Optional.empty()))
                .asInstanceOf(InstanceOfAssertFactories.type(RunOutcome.Failed.class))
                .satisfies(failed ->
                        assertThat(failed.failure().place().orElseThrow()).hasToString("models/top.sql:1"));
        assertThat(told).isEmpty();
    }

    @Test
    void saysThatAModelIsNoMoreInTheProject() {
        assertThat(run(ShippedProject.FOLDER, Optional.of("model.duckboard.gone")))
                .isInstanceOf(RunOutcome.Failed.class);
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws IOException {
        Path project = ShippedProject.copiedTo(folder.resolve("shipped"));
        Thread.currentThread().interrupt();

        assertThat(run(project, Optional.empty())).isInstanceOf(RunOutcome.Cancelled.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void hasTheParsersTreeOfWhatIsASelect() {
        ProjectTransform transform = transform(ShippedProject.FOLDER);

        assertThat(transform.tree("SELECT 1 AS one").orElseThrow()).contains("SELECT_NODE");
        assertThat(transform.tree("SELECT 1 AS one")).isEqualTo(transform.tree("SELECT 1 AS one"));
        assertThat(transform.tree("SELEKT 1")).isEmpty();
    }

    private RunOutcome run(Path project, Optional<String> from) {
        return transform(project).run(from, (id, state) -> {
            told.add(Map.entry(id, state));
            states.put(id, state);
        });
    }

    private List<TransformFailure> failures(Path project) {
        return ((ProjectState.Broken) transform(project).project()).failures();
    }

    private ProjectTransform transform(Path project) {
        return new ProjectTransform(
                new TransformSettings(project.toString()), settings(), target.engine(), Clock.systemUTC());
    }

    private static QuerySettings settings() {
        return new QuerySettings(
                ENGINE.home(),
                ENGINE.home().resolve("lake").toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(60),
                Optional.of(1));
    }
}
