package io.duckboard.datapage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.duckboard.engine.local.testing.TestEngine;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A column of any name and type can be summed up with the SQL that the engine permits. */
@Tag("process")
class ColumnSummaryTest {

    private static TestEngine engine;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        var lake = new TestLake(folder).table("order", """
                        SELECT range % 7 AS small, range AS wide, range / 8 AS exact,
                               CASE WHEN range < 25 THEN NULL ELSE 'colour ' || range % 3 END AS text,
                               'row ' || range AS label, repeat('x', 300) || range % 2 AS long, range % 4 = 0 AS yes,
                               DATE '2024-01-01' + (range % 30)::INTEGER AS day,
                               TIMESTAMP '2024-01-01 10:00:00' + to_minutes(range) AS minute,
                               TIMESTAMPTZ '2024-01-01 10:00:00+00' + to_minutes(range) AS moment,
                               TIME '10:00:00' + to_minutes(range) AS hour,
                               range(range % 3) AS items, {'a': range, 'b': 'x'} AS pair, MAP {'k': range} AS dictionary,
                               'blob'::BLOB AS bytes, uuid() AS id, NULL::INTEGER AS nothing,
                               (range::DECIMAL(10, 2)) AS money, range::HUGEINT * 1000000000000000000000 AS huge,
                               CASE range WHEN 0 THEN 'nan'::DOUBLE WHEN 1 THEN 'infinity'::DOUBLE ELSE range END AS strange,
                               CASE range WHEN 0 THEN 'infinity'::DATE ELSE DATE '2024-01-01' END AS never,
                               range AS "measure", range AS "select", range AS "a ""b"" ; DROP", range AS "count(*)",
                               range % 2 = 0 AS "row_count", range AS "present"
                        FROM range(100)""").table("empty", "SELECT 1 AS n, 'x' AS t WHERE false");
        engine = TestEngine.over(lake.location(), 1, Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void countsNullsAndDifferentValues() {
        ColumnFacts facts = facts("text");

        assertThat(facts.nulls()).isEqualTo(25);
        assertThat(facts.nullShare()).isEqualTo(0.25);
        assertThat(facts.distinct()).isEqualTo(3);
        assertThat(facts.least()).contains("colour 0");
        assertThat(facts.greatest()).contains("colour 2");
    }

    @Test
    void showsTheCommonValuesOfATextFirst() {
        assertThat(bars("text"))
                .containsExactly(
                        new Histogram.Bar("colour 0", 25),
                        new Histogram.Bar("colour 1", 25),
                        new Histogram.Bar("colour 2", 25));
        assertThat(histogram("label")).isEmpty();
    }

    @Test
    void tellsLongTextsApartThatBeginAlike() {
        assertThat(bars("long")).extracting(Histogram.Bar::rows).containsExactly(50L, 50L);
    }

    @Test
    void dividesNumbersIntoRoundRanges() {
        assertThat(bars("small"))
                .extracting(Histogram.Bar::label, Histogram.Bar::rows)
                .startsWith(tuple("0", 15L), tuple("1", 15L))
                .hasSize(7);
        assertThat(bars("wide"))
                .extracting(Histogram.Bar::label, Histogram.Bar::rows)
                .startsWith(tuple("0 – 9", 10L), tuple("10 – 19", 10L))
                .hasSize(10);
        assertThat(bars("exact"))
                .extracting(Histogram.Bar::label)
                .startsWith("0 – 2", "2 – 4")
                .hasSize(7);
    }

    @Test
    void dividesTimesByDaysAndByLess() {
        assertThat(bars("day"))
                .extracting(Histogram.Bar::label)
                .startsWith("2024-01-01 – 2024-01-03")
                .hasSize(10);
        assertThat(bars("minute")).hasSize(12).first().isEqualTo(new Histogram.Bar("2024-01-01 10:00", 9));
        assertThat(bars("moment")).hasSize(12);
    }

    @Test
    void showsTruthAndTheNumberOfItems() {
        assertThat(bars("yes")).containsExactly(new Histogram.Bar("false", 75), new Histogram.Bar("true", 25));
        assertThat(bars("items")).extracting(Histogram.Bar::label).containsExactly("0", "1", "2");
        assertThat(facts("items").greatest()).contains("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pair", "dictionary", "bytes", "id", "hour"})
    void countsWhatHasNoBars(String column) {
        assertThat(facts(column).present()).isEqualTo(100);
        assertThat(histogram(column)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"strange, 98", "never, 99"})
    void leavesOutWhatLiesNowhere(String column, long rows) {
        assertThat(bars(column).stream().mapToLong(Histogram.Bar::rows).sum()).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "money",
                "huge",
                "measure",
                "select",
                "a \"b\" ; DROP",
                "count(*)",
                "row_count",
                "present",
                "wide"
            })
    void missesNoRow(String column) {
        assertThat(bars(column).stream().mapToLong(Histogram.Bar::rows).sum()).isEqualTo(100);
    }

    @Test
    void hasNoBarsWhereThereIsNothing() {
        assertThat(histogram("nothing")).isEmpty();
        assertThat(ColumnFacts.of(engine.answer(ColumnFacts.query("empty", column("empty", "n"))))
                        .rows())
                .isZero();
    }

    private static List<Histogram.Bar> bars(String column) {
        Histogram histogram = histogram(column).orElseThrow();
        return histogram.bars(engine.answer(histogram.query()));
    }

    private static Optional<Histogram> histogram(String column) {
        return Histogram.of("order", column("order", column), facts(column));
    }

    private static ColumnFacts facts(String column) {
        return ColumnFacts.of(engine.answer(ColumnFacts.query("order", column("order", column))));
    }

    private static ColumnEntry column(String table, String name) {
        return ColumnEntry.of(engine.answer(ColumnEntry.query(table))).stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
