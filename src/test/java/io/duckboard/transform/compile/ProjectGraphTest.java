package io.duckboard.transform.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Node;
import io.duckboard.transform.graph.Selection;
import io.duckboard.transform.testing.ProjectFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models come after those that they read, and the error names the models for which that is impossible. */
class ProjectGraphTest {

    @TempDir
    Path folder;

    @Test
    void namesTheWayRoundACycle() {
        var project = ProjectFiles.in(folder)
                .model("a", "select * from {{ ref('b') }}")
                .model("b", "select * from {{ ref('c') }}")
                .model("c", "{{ config(materialized='ephemeral') }} select * from {{ ref('a') }}");

        assertThat(project.complaints()).singleElement().asString().contains("a → b → c → a");
    }

    @Test
    void namesAModelThatReadsItself() {
        assertThat(ProjectFiles.in(folder)
                        .model("a", "select * from {{ ref('a') }}")
                        .complaints())
                .singleElement()
                .asString()
                .contains("models/a.sql: The model reads itself: a → a");
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        var project = ProjectFiles.in(folder)
                .model("orders", "select 1")
                .model("m", "select *\nfrom {{ ref('order') }}\njoin {{ ref('nothing_like_it') }}");

        assertThat(project.complaints())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo("models/m.sql:2: There is no model “order”. Did you mean “orders”?"),
                        second -> assertThat(second).startsWith("models/m.sql:3: There is no model “nothing_like_it”"));
    }

    @Test
    void suggestsTheSourceThatWasMeant() {
        var project = ProjectFiles.in(folder)
                .model("m", "select * from {{ ref('trips') }}")
                .with("models/s.yml", "sources:\n  - name: raw\n    tables:\n      - name: trips\n");

        assertThat(project.complaints()).singleElement().asString().contains("write source('raw', 'trips')");
    }

    @Test
    void refersToItsOwnProjectByNameAndToNoOther() {
        var project = ProjectFiles.in(folder).model("a", "select 1").model("b", "select * from {{ ref('shop', 'a') }}");
        assertThat(project.sql("b")).isEqualTo("select * from \"a\"");

        project.model("b", "select * from {{ ref('other', 'a') }}");
        assertThat(project.complaints()).singleElement().asString().contains("no project “other”");
    }

    @Test
    void compilesThirtyModelsInOrder() {
        var project = ProjectFiles.in(folder)
                .with("models/s.yml", "sources:\n  - name: raw\n    tables:\n      - name: trips\n")
                .model("m00", "select * from {{ source('raw', 'trips') }}");
        for (int i = 1; i < 30; i++) {
            String kind = i % 4 == 0 ? "ephemeral" : i % 3 == 0 ? "table" : "view";
            project.model(
                    "m%02d".formatted(i),
                    "{{ config(materialized='" + kind
                            + "') }}\nselect * from {{ ref('m%02d') }} join {{ ref('m%02d') }} using (id)"
                                    .formatted(i - 1, i / 2));
        }
        Instant start = Instant.now();
        CompiledProject compiled = project.compiled();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));

        CompiledPlan plan = compiled.plan(Selection.ALL, Contents.MODELS);
        assertThat(compiled.models()).hasSize(30);
        assertThat(plan.nodes()).hasSize(23);
        List<String> names = plan.nodes().stream().map(Node::name).toList();
        for (Node node : plan.nodes()) {
            assertThat(node.dependsOn())
                    .allSatisfy(other ->
                            assertThat(names.indexOf(other)).isNotNegative().isLessThan(names.indexOf(node.name())));
        }
    }

    @Test
    void plansWhatIsSelected() {
        var project = ProjectFiles.in(folder)
                .with("models/s.yml", """
                        sources: [{name: raw, tables: [{name: t, identifier: trips}]}]
                        models:
                          - name: b
                            description: The second
                            columns:
                              - {name: id, description: A number, tests: [unique]}
                              - {name: other}
                        """)
                .model("a", "select * from {{ source('raw', 't') }}")
                .model("b", "{{ config(materialized='external') }} select * from {{ ref('a') }}");
        CompiledProject compiled = project.compiled();
        Selection b = Selection.parse(List.of("b"), List.of());

        CompiledPlan both = compiled.plan(b, Contents.MODELS_AND_TESTS);
        assertThat(both.nodes()).extracting(Node::name).containsExactly("b", "unique_b_id");
        assertThat(both.nodes().getLast().dependsOn()).containsExactly("b");
        var model = (Node.Model) both.nodes().getFirst();
        assertThat(model.dependsOn()).isEmpty();
        assertThat(model.reads()).containsExactly("a");
        assertThat(model.copyTo()).contains("dashboard/b.parquet");
        assertThat(model.description()).isEqualTo("The second");
        assertThat(model.columnDescriptions()).containsOnlyKeys("id");

        CompiledPlan tests = compiled.plan(b, Contents.TESTS);
        assertThat(tests.nodes()).extracting(Node::name).containsExactly("unique_b_id");
        assertThat(tests.nodes().getFirst().dependsOn()).isEmpty();

        CompiledPlan all = compiled.plan(Selection.ALL, Contents.MODELS);
        assertThat(((Node.Model) all.nodes().getFirst()).reads()).containsExactly("trips");
        assertThat(all.nodes().getLast().dependsOn()).containsExactly("a");
    }
}
