package io.duckboard.transform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.transform.graph.GraphNode.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Selectors have the same meaning as in dbt. */
class SelectionTest {

    /** trips → a → b → c → board, and zones → d → c. */
    private static final Graph GRAPH = Graph.of(List.of(
            node("exposure.shop.board", Kind.EXPOSURE, List.of("shop", "board"), "models/e.yml", "model.shop.c"),
            model("c", "marts", "model.shop.b", "model.shop.d"),
            model("b", "staging", "model.shop.a"),
            model("a", "staging", "source.shop.raw.trips"),
            model("d", "marts", "source.shop.raw.zones"),
            source("trips"),
            source("zones"),
            node("test.shop.unique_a", Kind.TEST, List.of("shop", "unique_a"), "models/s.yml", "model.shop.a")));

    private static GraphNode model(String name, String folder, String... dependsOn) {
        return node(
                "model.shop." + name,
                Kind.MODEL,
                List.of("shop", folder, name),
                "models/" + folder + "/" + name + ".sql",
                dependsOn);
    }

    private static GraphNode source(String name) {
        return node("source.shop.raw." + name, Kind.SOURCE, List.of("raw", name), "models/s.yml");
    }

    private static GraphNode node(String id, Kind kind, List<String> path, String file, String... dependsOn) {
        List<String> tags = id.endsWith(".b") ? List.of("nightly") : List.of();
        return new GraphNode(id, kind, path.getLast(), path, file, 0, tags, Set.of(dependsOn));
    }

    private static String models(String select, String exclude) {
        return String.join(
                " ",
                Selection.parse(List.of(select), List.of(exclude)).in(GRAPH).uniqueIds().stream()
                        .filter(id -> id.startsWith("model."))
                        .map(id -> id.substring("model.shop.".length()))
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a | a",
                "+b | a b",
                "b+ | b c",
                "+b+ | a b c",
                "1+c | b c d",
                "2+c | a b c d",
                "a+1 | a b",
                "1+b+1 | a b c",
                "@b | a b c d",
                "a d | a d",
                "+c,tag:nightly | b",
                "tag:nightly+ | b c",
                "tag:night* | b",
                "source:raw+ | a b c d",
                "source:raw.trips+ | a b c",
                "source:raw.trips+1 | a",
                "path:models/staging | a b",
                "models/staging | a b",
                "models/staging/a.sql | a",
                "path:models/*/d.sql | d",
                "staging | a b",
                "shop.marts | c d",
                "marts.c | c",
                "+exposure:board | a b c d",
                "* | a b c d",
                "shop | a b c d",
            })
    void selects(String select, String models) {
        assertThat(models(select, "")).isEqualTo(models);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"+c | b | a c d", "+c | +b | c d", "* | staging | c d"})
    void excludes(String select, String exclude, String models) {
        assertThat(models(select, exclude)).isEqualTo(models);
    }

    @Test
    void takesAllUnlessItIsTold() {
        assertThat(Selection.ALL.in(GRAPH).uniqueIds()).hasSize(8);
        assertThat(Selection.parse(List.of(), List.of("b")).in(GRAPH).uniqueIds())
                .hasSize(7);
    }

    @Test
    void takesTestsWithTheirModelsAndLeavesThemSo() {
        assertThat(Selection.parse(List.of("a"), List.of()).in(GRAPH).uniqueIds())
                .containsExactly("model.shop.a", "test.shop.unique_a");
        assertThat(Selection.parse(List.of("a"), List.of("unique_a")).in(GRAPH).uniqueIds())
                .containsExactly("model.shop.a");
        assertThat(Selection.parse(List.of(), List.of("a")).in(GRAPH).uniqueIds())
                .doesNotContain("test.shop.unique_a");
    }

    @Test
    void tellsWhatMatchesNothing() {
        Selected selected =
                Selection.parse(List.of("a nothing+"), List.of("tag:none")).in(GRAPH);

        assertThat(selected.unmatched()).containsExactly("nothing+", "tag:none");
        assertThat(selected.uniqueIds()).contains("model.shop.a");
    }

    @Test
    void ordersWhatItFinds() {
        assertThat(Selection.parse(List.of("c a b"), List.of()).in(GRAPH).uniqueIds())
                .containsSubsequence("model.shop.a", "model.shop.b", "model.shop.c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "a:b:c", "state:modified", "a++b", "@", ":x"})
    void refusesWhatIsNoSelector(String text) {
        assertThatThrownBy(() -> Selection.parse(List.of(text), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("“");
    }
}
