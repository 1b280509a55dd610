package io.duckboard.sqlpage.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan written by DuckDB 1.5.5 is read completely, and an incomplete plan is read as far as it goes. */
class PlanReaderTest {

    private static final PlanReader READER = new PlanReader(new FilePaths(List.of("/srv/lake")));

    @Test
    void readsWhatEachOperatorTook() throws Exception {
        Plan plan = READER.read(recorded());

        assertThat(plan.total()).isEqualTo(Duration.ofNanos(4_564_130));
        assertThat(plan.bytesRead()).hasValue(2129);
        assertThat(plan.root().all().map(PlanNode::operator))
                .containsExactly("TOP_N", "HASH_GROUP_BY", "PROJECTION", "HASH_JOIN", "READ_PARQUET", "READ_PARQUET");
        PlanNode group = plan.root().children().getFirst();
        assertThat(group.time()).isEqualTo(Duration.ofNanos(1_239_528));
        assertThat(group.rows()).isEqualTo(121);
        assertThat(group.bytes()).hasValue(5808);
        assertThat(group.details())
                .containsExactlyInAnyOrder(
                        new PlanDetail("Groups", List.of("#0", "#1")),
                        new PlanDetail("Aggregates", List.of("count_star()", "avg(#2)")),
                        new PlanDetail("Rows expected", List.of("399")));
    }

    @Test
    void showsFilesAsTheyLieInTheLake() throws Exception {
        PlanNode scan = READER.read(recorded()).root().all().skip(4).findFirst().orElseThrow();

        assertThat(scan.details())
                .contains(
                        new PlanDetail("Files", List.of("dataset/taxi_2019_04.parquet")),
                        new PlanDetail("Filters", List.of("pickup_at>='2019-04-10 00:00:00'::TIMESTAMP")),
                        new PlanDetail("Rows scanned", List.of("10,000")));
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/lake/sales/2024.parquet, sales/2024.parquet",
        "/elsewhere/of/someone/dataset/a.parquet, dataset/a.parquet",
        "s3://bucket/deep/partitioned/date=2019-04-01/a.parquet, partitioned/date=2019-04-01/a.parquet",
        "s3://bucket/models/top/1.parquet, models/top/1.parquet",
        "/elsewhere/of/someone/a.parquet, a.parquet",
        "..., ..."
    })
    void neverShowsWhereTheLakeLies(String path, String shown) throws Exception {
        Plan plan = READER.read("""
                {"operator_name": "SCAN", "extra_info": {"Filename(s)": "%s", "Text": "at /srv/lake/x/y.csv"}}""".formatted(path));

        assertThat(plan.root().details())
                .containsExactlyInAnyOrder(
                        new PlanDetail("Files", List.of(shown)), new PlanDetail("Text", List.of("at x/y.csv")));
    }

    @Test
    void marksTheFewOperatorsThatTheTimeWentTo() throws Exception {
        List<PlanRow> rows = all(READER.read(recorded()).rows());

        assertThat(rows)
                .filteredOn(PlanRow::isSlow)
                .extracting(row -> row.node().operator())
                .containsExactly("HASH_GROUP_BY");
        assertThat(rows.stream().mapToDouble(PlanRow::share).sum()).isCloseTo(1, Offset.offset(1e-9));
    }

    @Test
    void marksThreeAtMost() throws Exception {
        String four = """
                {"operator_name": "A", "operator_timing": 0.21, "children": [
                  {"operator_name": "B", "operator_timing": 0.22, "children": []},
                  {"operator_name": "C", "operator_timing": 0.23, "children": []},
                  {"operator_name": "D", "operator_timing": 0.24, "children": []}]}""";

        assertThat(all(READER.read(four).rows()))
                .filteredOn(PlanRow::isSlow)
                .extracting(row -> row.node().operator())
                .containsExactly("B", "C", "D");
    }

    @Test
    void takesWhatIsMissingForUnknown() throws Exception {
        Plan plan = READER.read("""
                {"children": [{"operator_type": "FILTER", "operator_timing": "soon", "extra_info": [],
                  "children": ["none", {"operator_name": " RANGE "}]}], "latency": null}""");

        assertThat(plan.total()).isZero();
        assertThat(plan.bytesRead()).isEmpty();
        assertThat(plan.root().operator()).isEqualTo("FILTER");
        assertThat(plan.root().bytes()).isEmpty();
        assertThat(plan.root().time()).isZero();
        assertThat(plan.root().children()).extracting(PlanNode::operator).containsExactly("RANGE");
        assertThat(plan.rows().share()).isZero();
        assertThat(plan.rows().isSlow()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no plan", "[]"})
    void saysOfWhatIsNoPlanThatItIsNone(String answer) {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> READER.read(answer))
                .withMessageStartingWith("The engine answered with ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"children\": []}", "{\"children\": [{\"children\": [1]}]}"})
    void saysThatAPlanHasNoOperators(String answer) {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> READER.read(answer))
                .withMessageStartingWith("Nothing is measured here");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 5000})
    void refusesWhatIsDeeperThanCanBeShown(int depth) {
        String json = "{\"operator_name\": \"FILTER\", \"children\": [".repeat(depth) + "]}".repeat(depth);

        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> READER.read(json))
                .withMessage("The plan is deeper than can be shown.");
    }

    @Test
    void writesThePlanAsText() throws Exception {
        String text = new PlanText(READER.read(recorded())).toString();

        assertThat(text).startsWith("""
                Total 4.6 ms, 2.1 kB read from files
                Keep the first in order (TOP_N): 2.5 %, 0.06 ms, 5 rows, 240 B
                """);
        assertThat(text)
                .contains("\n  Group rows (HASH_GROUP_BY): 55.3 %, slow, 1.2 ms, 121 rows, 5.8 kB\n")
                .contains("\n          · Files: dataset/taxi_2019_04.parquet\n")
                .doesNotContain("/srv");
    }

    private static List<PlanRow> all(PlanRow row) {
        return Stream.concat(Stream.of(row), row.children().stream().flatMap(child -> all(child).stream()))
                .toList();
    }

    /** Returns the engine's answer for a join, a group and a sort over the sample. */
    private static String recorded() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PlanReaderTest.class.getResourceAsStream("/plans/trips-by-zone.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
