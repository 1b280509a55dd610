package io.duckboard.sqlpage.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.client.CallFailure;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.testing.SampleEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real engine: the plan is that of the exact query, and errors are at the right place in the user's text. */
@Tag("process")
class EnginePlanTest {

    @RegisterExtension
    private static final SampleEngine ENGINE = new SampleEngine();

    @Test
    void showsWhatEveryOperatorHandedOn() throws Exception {
        Plan plan = plan(Query.of("""
                SELECT borough, count(*) AS trips
                FROM trips JOIN zones ON pickup_location_id = location_id
                GROUP BY borough ORDER BY trips DESC"""));

        assertThat(plan.total()).isPositive();
        assertThat(plan.bytesRead().orElseThrow()).isPositive();
        List<PlanNode> scans = plan.root()
                .all()
                .filter(node -> node.operator().equals("READ_PARQUET"))
                .toList();
        assertThat(scans).extracting(PlanNode::rows).containsExactlyInAnyOrder(10_000L, 265L);
        assertThat(scans)
                .flatExtracting(PlanNode::details)
                .contains(
                        new PlanDetail("Files", List.of("dataset/taxi_2019_04.parquet")),
                        new PlanDetail("Files", List.of("reference/taxi_zones.parquet")));
        assertThat(scans)
                .allSatisfy(scan -> assertThat(scan.bytes().orElseThrow()).isPositive());
        assertThat(new PlanText(plan).toString()).doesNotContain(ENGINE.home().toString());
    }

    @Test
    void showsFewFilesWherePartitionsAreChosen() throws Exception {
        Plan plan = plan(Query.of("SELECT max(fare_amount) FROM trips_by_day WHERE date = DATE '2019-04-05'"));

        assertThat(plan.root().all())
                .flatExtracting(PlanNode::details)
                .contains(new PlanDetail("Files read", List.of("1")))
                .anySatisfy(detail -> assertThat(detail.values())
                        .anyMatch(value -> value.startsWith("partitioned/date=2019-04-05/data_0.")));
    }

    @Test
    void bindsTheQuerysParameters() throws Exception {
        Query query = Query.of("SELECT count(*) FROM zones WHERE borough = $where")
                .parameters(Map.of("where", new Parameter(Parameter.Type.VARCHAR, "EWR")));

        assertThat(plan(query).root().all().map(PlanNode::operator)).contains("READ_PARQUET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;",
                "-- which?\nSELECT 1",
                "SHOW TABLES",
                "SUMMARIZE zones",
                "FROM zones",
                "PIVOT zones ON borough IN ('EWR') USING count(*)",
                "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) FROM t",
                "SELECT (SELECT max(x) FROM range(100) t(x) WHERE x % 7 = y) FROM range(10) s(y)"
            })
    void explainsWhateverReads(String sql) throws Exception {
        assertThat(plan(Query.of(sql)).root().operator()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESCRIBE zones", "VALUES (1), (2)"})
    void saysWhereDuckDbMeasuresNothing(String sql) {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> plan(Query.of(sql)))
                .withMessageStartingWith("Nothing is measured here");
    }

    @Test
    void placesAnErrorInTheTextThatWasWritten() {
        String sql = "SELECT zone,\n  boro FROM zones";

        Problem problem = problem(sql);

        assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
        assertThat(problem.position()).hasValue(sql.indexOf("boro"));
        assertThat(problem("SELEC 1").position()).hasValue(0);
    }

    @Test
    void saysPlainlyWhatHasNoPlan() {
        assertThat(problem("/* a */ explain SELECT 1").message())
                .isEqualTo("This is an EXPLAIN itself, and has no plan of its own.");
        assertThat(problem("/* a /* b */ isn't */ -- c\rexplain SELECT 1").message())
                .isEqualTo("This is an EXPLAIN itself, and has no plan of its own.");
        assertThat(problem("PIVOT zones ON borough USING count(*)").hint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("ON column IN (…)"));
        assertThat(problem("DROP TABLE zones").message()).isEqualTo("Only statements that read may run here.");
        assertThat(problem(" -- nothing").message()).contains("no statement to run");
    }

    private static Plan plan(Query query) throws PlanException {
        var explanation = new Explanation(query, ENGINE.get().places());
        return switch (ENGINE.get().ask(explanation.question())) {
            case QueryOutcome.Answered(var answer, var _, var _) -> explanation.plan(answer);
            case CallFailure failure -> throw new AssertionError("No answer: " + failure);
        };
    }

    private static Problem problem(String sql) {
        var explanation = new Explanation(Query.of(sql), ENGINE.get().places());
        return switch (ENGINE.get().ask(explanation.question())) {
            case QueryOutcome.Failed(var problem) -> explanation.ofQuery(problem);
            case RowsOutcome other -> throw new AssertionError("No problem: " + other);
        };
    }
}
