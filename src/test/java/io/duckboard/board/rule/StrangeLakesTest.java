package io.duckboard.board.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.board.Dashboard;
import io.duckboard.board.Tile;
import io.duckboard.client.LocalEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.protocol.Request;
import io.duckboard.testing.ScriptedEngine;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is in a lake, there is a dashboard, and each of its queries has an answer. */
@Tag("process")
class StrangeLakesTest {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Test
    void takesNamesOfAnyKind() throws IOException {
        MadeDashboard made = made(lake -> lake.with("ümläut $1 'quoted'", """
                        SELECT i AS "Größe in m²", 'x' || i % 4 AS "a ""quoted"" $name", 'y' || i % 3 AS "LONG",
                               DATE '2024-01-01' + CAST(i AS INTEGER) AS "when: so?", i * 1.5 AS "select",
                               'z' || i % 5 AS "sort me desc", 'w' || i % 2 AS "a\tb", i % 2 = 0 AS "%"
                        FROM range(100) r(i)""".replace("LONG", "long ".repeat(60)))
                .with("order", "SELECT 1 AS \"from\", 'a' AS \"Group\""));

        made.check();
        assertThat(made.titles()).contains("Umlaut 1 quoted by 2 days", "Umlaut 1 quoted by sort me desc");
    }

    @Test
    void takesTypesOfAnyKind() throws IOException {
        MadeDashboard made = made(lake -> lake.partitioned("typed", """
                SELECT i::HUGEINT * 1000000000000000000000 AS huge, CAST(i / 7 AS DECIMAL(38, 10)) AS dec,
                       TIMESTAMPTZ '2024-01-01 00:00:00+00' + INTERVAL (i) HOUR AS tz, TIME '10:00' AS clock,
                       i % 2 = 0 AS flag, [i, i + 1] AS list, {'a': i, 'b': {'c': [i]}} AS struct, MAP {'k': i} AS map,
                       CAST(i % 3 AS UTINYINT) AS tiny, 'bytes'::BLOB AS blob, uuid() AS uuid, INTERVAL (i) DAY AS period,
                       CASE WHEN i % 10 = 0 THEN 'nan'::DOUBLE ELSE i * 1.0 END AS nan, NULL::INTEGER AS nothing,
                       CASE WHEN i = 5 THEN 'infinity'::DATE ELSE DATE '2024-01-01' + i::INTEGER END AS endless,
                       (['a', 'b', 'c'])[1 + i % 3]::ENUM ('a', 'b', 'c') AS grade,
                       CAST('2024-0' || (1 + i % 9) || '-01' AS DATE) AS month_key, i % 4 AS part
                FROM range(500) r(i)""", "month_key, part"));

        made.check();
        assertThat(made.titles()).contains("Typed by day", "Typed by grade", "How dec is spread");
    }

    @Test
    void makesNoPictureOfIdsCodesPlacesAndPartsOfDates() throws IOException {
        MadeDashboard made = made(lake -> lake.with("numbers", """
                SELECT i AS id, i * 3 AS "customerID", 10000 + i AS zip_code, i % 180 * 1.0 AS latitude,
                       i % 90 * 1.0 AS lon, 1900 + i % 120 AS year, i * 17 % 997 AS phone, i * 2 + 5 AS counted
                FROM range(1000) r(i)"""));

        made.check();
        assertThat(made.titles()).noneMatch(title -> title.startsWith("How ") || title.startsWith("Average"));
    }

    @Test
    void saysWhatHasNoRows() throws IOException {
        MadeDashboard made = made(lake -> lake.with("nobody", "SELECT 1 AS a WHERE false")
                .with("nulls", "SELECT NULL::VARCHAR AS a, NULL::DATE AS b, NULL::DOUBLE AS c FROM range(10)"));

        made.check();
        assertThat(remark(made.dashboard())).isEqualTo("Without rows: nobody.");
        assertThat(made.titles()).containsExactly("Nulls", "First rows of nulls", "");
    }

    @Test
    void hasASentenceForALakeWithoutTables() throws IOException {
        MadeDashboard made = made(lake -> lake);

        assertThat(made.dashboard().tiles()).hasSize(1);
        assertThat(remark(made.dashboard())).isEqualTo("The lake has no tables yet.");
    }

    @Test
    void showsSomeOfManyTablesAndNamesOthers() throws IOException {
        try (ParquetLake lake = new ParquetLake()) {
            for (int i = 0; i < 300; i++) {
                lake.with("t_%03d/part".formatted(i), "SELECT i AS id, i * 1.5 AS amount FROM range(20) r(i)");
            }
            try (LocalEngine engine = lake.engine()) {
                var asked = new AtomicInteger();
                Dashboard dashboard = RuleMade.of(query -> {
                    asked.incrementAndGet();
                    return engine.ask(query);
                });

                assertThat(asked).hasValueLessThan(20);
                assertThat(dashboard.tiles()).hasSizeLessThan(20);
                assertThat(remark(dashboard)).startsWith("Not shown here: t\\_").endsWith(" and 289 more tables.");
            }
        }
    }

    @Test
    void leavesOutATableThatCannotBeRead() throws IOException {
        try (ParquetLake lake = RealShape.ONE_COLUMN.fill(new ParquetLake()).with("other", "SELECT 1.5 AS a");
                LocalEngine engine = lake.engine()) {
            Dashboard dashboard = RuleMade.of(query ->
                    engine.ask(query.sql().contains("FROM other") ? Request.Query.of("SELECT * FROM gone") : query));

            assertThat(dashboard.title()).isEqualTo("Values");
            assertThat(remark(dashboard)).isEqualTo("Not shown here: other.");
        }
    }

    @Test
    void failsIfTheEngineDoesNotAnswer() {
        var engine = new ScriptedEngine();
        engine.end("FROM lake.tables", new QueryOutcome.Unreachable("No engine answers.", "Start one."));

        assertThatThrownBy(() -> RuleMade.of(engine))
                .isInstanceOf(FailureException.class)
                .hasMessage("No engine answers.");
    }

    private static String remark(Dashboard dashboard) {
        return dashboard.tiles().getLast() instanceof Tile.Text text ? text.markdown() : "";
    }

    private MadeDashboard made(UnaryOperator<ParquetLake> filled) throws IOException {
        ParquetLake lake = filled.apply(new ParquetLake());
        opened.push(lake);
        LocalEngine engine = lake.engine();
        opened.push(engine);
        return MadeDashboard.of(engine);
    }
}
