package io.duckboard.board.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.board.Dashboard;
import io.duckboard.board.file.DashboardTextSample;
import io.duckboard.client.CancelOutcome;
import io.duckboard.client.ExportOutcome;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.testing.SampleEngine;
import io.duckboard.testing.ScriptedEngine;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The engine tests all queries in few calls, runs none of them, and each mistake is told where its file has it. */
@Tag("process")
class QueryCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @RegisterExtension
    private static final SampleEngine ENGINE = new SampleEngine();

    @Test
    void findsNothingWrongWithRightQueriesInOneCallForEachWorker() {
        Dashboard dashboard = DashboardTextSample.read("title: T\nfilters:\n  - {name: n, kind: number}\ntiles:\n"
                + "  - {show: number, value: trips, sql: 'SELECT count(*) AS trips FROM trips WHERE $n IS NULL'}\n"
                        .repeat(50));
        var engine = new Counted(ENGINE.get(), new AtomicInteger());

        assertThat(new QueryCheck(engine, 2).run(CheckedQuery.of(dashboard, TODAY)))
                .isEmpty();
        assertThat(engine.calls()).hasValue(2);
    }

    @Test
    void tellsEachMistakeInItsFile() {
        assertThat(problems("""
                title: T
                filters:
                  - {name: zone, kind: one, sql: SELECT zone FROM zoness}
                tiles:
                  - show: bar
                    title: Unknown column
                    x: zone
                    y: trips
                    sql: |
                      SELECT zone,
                        conut(*) AS trips
                      FROM zones GROUP BY zone
                  - {show: bar, x: zone, y: rows, sort: n, sql: "SELECT zone, count(*) AS row FROM zones GROUP BY ALL;"}
                  - {show: number, title: Right, sql: FROM zones SELECT count(*)}
                  - {show: number, title: Write, sql: DROP TABLE zones}
                  - {show: number, title: Open, sql: SELECT (1}
                  - {show: number, title: Closed, sql: "SELECT 1)) AS t, ((SELECT 2"}
                  - {show: number, title: Outside, sql: SELECT * FROM read_csv('/etc/passwd')}
                  - {show: number, title: Column of another, sql: SELECT row FROM trips}
                  - {show: table, sql: SUMMARIZE zones}
                  - {show: number, title: Value, sql: SELECT count(*) FROM trips WHERE $zone > DATE '2019-04-01'}
                """))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .startsWith(
                                        "sample.yaml:3:51: error: sample: zone: Table with name zoness does not exist"),
                        problem -> assertThat(problem)
                                .startsWith("sample.yaml:11:9: error: sample: Unknown column: Scalar Function with name"
                                        + " conut does not exist"),
                        problem -> assertThat(problem)
                                .isEqualTo("sample.yaml:13:29: error: The answer has no column “rows”. Did you mean"
                                        + " “row”? It has zone, row."),
                        problem -> assertThat(problem)
                                .isEqualTo("sample.yaml:13:41: error: The answer has no column “n”. It has zone, row."),
                        problem -> assertThat(problem)
                                .startsWith("sample.yaml:15:")
                                .contains("Write: "),
                        problem -> assertThat(problem)
                                .isEqualTo("sample.yaml:16:45: error: sample: Open: This parenthesis has no other."),
                        problem -> assertThat(problem)
                                .isEqualTo("sample.yaml:17:40: error: sample: Closed: This parenthesis has no other."),
                        problem -> assertThat(problem)
                                .startsWith("sample.yaml:18:")
                                .contains("Outside: "),
                        problem -> assertThat(problem)
                                .startsWith("sample.yaml:19:")
                                .contains("Column of another: Referenced column \"row\" not found"));
    }

    @Test
    void runsNoQuery() {
        assertThat(problems("""
                title: T
                tiles:
                  - {show: number, sql: SELECT count(*) FROM range(1000000000000) ORDER BY 1}
                  - {show: number, sql: SELECT n FROM range(1000000000000) r(n) ORDER BY n DESC}
                """)).isEmpty();
    }

    @Test
    void blamesNoFileIfTheEngineDoesNotAnswer() {
        var engine = new ScriptedEngine();
        engine.end("SELECT", new QueryOutcome.Unreachable("No engine answers.", "Start one."));
        Dashboard dashboard = DashboardTextSample.read("title: T\ntiles: [{show: number, sql: SELECT 1}]\n");

        assertThatThrownBy(() -> new QueryCheck(engine, 2).run(CheckedQuery.of(dashboard, TODAY)))
                .isInstanceOf(FailureException.class)
                .hasMessage("No engine answers.");
    }

    /** @param calls how many queries it was asked */
    private record Counted(QueryEngine engine, AtomicInteger calls) implements QueryEngine {

        @Override
        public RowsOutcome ask(Request.Query query) {
            calls.incrementAndGet();
            return engine.ask(query);
        }

        @Override
        public ExportOutcome export(Request.Query query, Export into) {
            return engine.export(query, into);
        }

        @Override
        public CancelOutcome cancel(UUID queryId) {
            return engine.cancel(queryId);
        }

        @Override
        public InputStream open(ResultFile file) throws IOException {
            return engine.open(file);
        }

        @Override
        public String description() {
            return engine.description();
        }
    }

    private static List<String> problems(String text) {
        return new QueryCheck(ENGINE.get(), 2)
                .run(CheckedQuery.of(DashboardTextSample.read(text), TODAY)).stream()
                        .map(Object::toString)
                        .toList();
    }
}
