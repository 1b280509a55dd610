package io.duckboard.ui.chart.answer;

import static io.duckboard.ui.chart.answer.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.ui.chart.Axis;
import io.duckboard.ui.chart.Category;
import io.duckboard.ui.chart.CategoryChart;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.Datum;
import io.duckboard.ui.chart.Histogram;
import io.duckboard.ui.chart.PointChart;
import io.duckboard.ui.chart.Series;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerChartTest {

    @Test
    void leavesNullsOutAndSaysSo() {
        var answer = Answers.of(
                List.of(row("a", 1), row(null, 2), row("b", null), row("c", 3)), "zone VARCHAR", "trips BIGINT");

        CategoryChart spec = categories(answer, new ChartChoice(ChartKind.COLUMNS, 0, List.of(1)));

        assertThat(spec.categories()).extracting(Category::label).containsExactly("a", "c");
        assertThat(spec.remarks()).containsExactly("Left out: 2 NULL values.");
    }

    @Test
    void leavesOutWhatIsNotFinite() {
        var answer = Answers.of(
                List.of(row("a", "NaN"), row("b", "-Infinity"), row("c", new BigDecimal("2.5"))),
                "zone VARCHAR",
                "fare DOUBLE");

        CategoryChart spec = categories(answer, new ChartChoice(ChartKind.COLUMNS, 0, List.of(1)));

        assertThat(spec.categories()).extracting(Category::label).containsExactly("c");
        assertThat(spec.remarks())
                .containsExactly("Left out: 2 values that no axis has a place for, such as NaN and infinity.");
    }

    @Test
    void keepsEveryDigit() {
        var huge = new BigInteger("170141183460469231731687303715884105727");
        var answer = Answers.of(
                List.of(row("a", huge), row("b", new BigDecimal("1234567890123456.70"))), "zone VARCHAR", "n HUGEINT");

        CategoryChart spec = categories(answer, new ChartChoice(ChartKind.COLUMNS, 0, List.of(1)));

        assertThat(texts(spec.series().getFirst()))
                .containsExactly("170,141,183,460,469,231,731,687,303,715,884,105,727", "1,234,567,890,123,456.70");
    }

    @Test
    void drawsTheFirstTwoHundredCategoriesAndSaysSo() {
        var rows = IntStream.range(0, 1_243)
                .mapToObj(each -> row("zone " + each, each))
                .toList();

        CategoryChart spec = categories(
                Answers.of(rows, "zone VARCHAR", "trips BIGINT"),
                new ChartChoice(ChartKind.HORIZONTAL_BARS, 0, List.of(1)));

        assertThat(spec.categories()).hasSize(200);
        assertThat(spec.remarks()).containsExactly("Drawn are the first 200 of 1,243 values of zone.");
    }

    @Test
    void drawsAsManySeriesAsThereAreColoursAndSaysSo() {
        var rows = IntStream.range(0, 30)
                .mapToObj(each -> row("day", "kind " + each, each))
                .toList();

        CategoryChart spec = categories(
                Answers.of(rows, "day VARCHAR", "kind VARCHAR", "trips BIGINT"),
                new ChartChoice(ChartKind.STACKED, 0, List.of(2), OptionalInt.of(1)));

        assertThat(spec.series()).hasSize(8);
        assertThat(spec.remarks()).containsExactly("Drawn are the first 8 of 30 series.");
    }

    @Test
    void drawsAShareOfTheFirstPointsOfEachSeriesAndSaysSo() {
        var rows = IntStream.range(0, 9_000)
                .mapToObj(each -> row(each, each % 3 == 0 ? "x" : "y", each))
                .toList();

        PointChart spec = points(
                Answers.of(rows, "a BIGINT", "kind VARCHAR", "b BIGINT"),
                new ChartChoice(ChartKind.SCATTER, 0, List.of(2), OptionalInt.of(1)));

        assertThat(spec.series()).extracting(series -> series.points().size()).containsExactly(2_500, 2_500);
        assertThat(spec.remarks())
                .containsExactly("Drawn are the first 5,000 of 9,000 points, of each series the same share.");
    }

    @Test
    void addsUpRowsOfOneCategoryAndSaysSo() {
        var answer = Answers.of(List.of(row("a", 1), row("a", 2)), "zone VARCHAR", "trips BIGINT");

        CategoryChart spec = categories(answer, new ChartChoice(ChartKind.COLUMNS, 0, List.of(1)));

        assertThat(texts(spec.series().getFirst())).containsExactly("3");
        assertThat(spec.remarks()).containsExactly("Several rows have the same zone: their values are added up.");
    }

    @Test
    void saysThatTheAnswerWasCut() {
        var answer = Answers.of(Truncation.LIMIT, List.of(row("a", 1)), "zone VARCHAR", "trips BIGINT");

        assertThat(categories(answer, new ChartChoice(ChartKind.COLUMNS, 0, List.of(1)))
                        .remarks())
                .containsExactly("The answer was cut at 1 row: the chart shows these alone.");
    }

    @Test
    void makesAPieOfTheLargestPartsAndTheRest() {
        var rows = IntStream.rangeClosed(1, 20)
                .mapToObj(each -> row("part " + each, each))
                .toList();

        CategoryChart spec =
                categories(Answers.of(rows, "part VARCHAR", "n BIGINT"), new ChartChoice(ChartKind.PIE, 0, List.of(1)));

        assertThat(spec.categories()).hasSize(8);
        assertThat(spec.categories().getFirst().label()).isEqualTo("part 20");
        assertThat(spec.categories().getLast().label()).isEqualTo("13 others");
        assertThat(spec.series().getFirst().values().stream()
                        .mapToDouble(datum -> Objects.requireNonNull(datum).value())
                        .sum())
                .isEqualTo(210);
    }

    @Test
    void makesNoPieOfNegativeParts() {
        var answer = Answers.of(List.of(row("a", 1), row("b", -2)), "part VARCHAR", "n BIGINT");

        assertThat(AnswerChart.of(answer, new ChartChoice(ChartKind.PIE, 0, List.of(1))))
                .isInstanceOf(Drawing.Undrawable.class);
    }

    @Test
    void putsTimesOnAnAxisOfTimes() {
        var answer = Answers.of(
                List.of(
                        row("2019-04-01T01:00:00Z", 2),
                        row("1970-01-01T00:00:01Z", 1),
                        row("infinity", 7),
                        row("+12019-04-01T00:00:00Z", 3)),
                "pickup_at TIMESTAMP WITH TIME ZONE",
                "trips BIGINT");

        PointChart spec = points(answer, new ChartChoice(ChartKind.LINE, 0, List.of(1)));

        assertThat(spec.x().scale()).isEqualTo(Axis.Scale.TIMES);
        assertThat(spec.series().getFirst().points().getFirst().x()).isEqualTo(new Datum(1000, "1970-01-01 00:00:01"));
        assertThat(spec.series().getFirst().points()).hasSize(3);
        assertThat(spec.remarks())
                .containsExactly("Left out: 1 value that no axis has a place for, such as NaN and infinity.");
    }

    @Test
    void namesSeriesOfOneNameApart() {
        var answer = Answers.of(List.of(row("a", 1, 2)), "zone VARCHAR", "n BIGINT", "n BIGINT");

        assertThat(categories(answer, new ChartChoice(ChartKind.COLUMNS, 0, List.of(1, 2)))
                        .series())
                .extracting(Series::name)
                .containsExactly("n", "n (2)");
    }

    @Test
    void showsWhatTurnsTextAroundAndDoesNotTurn() {
        var answer = Answers.of(List.of(row("a\u202eb", 1)), "zone\u202e VARCHAR", "trips\u202e BIGINT");

        CategoryChart spec = categories(answer, new ChartChoice(ChartKind.COLUMNS, 0, List.of(1)));

        assertThat(spec.categories()).extracting(Category::label).containsExactly("a\\u202eb");
        assertThat(spec.series()).extracting(Series::name).containsExactly("trips\\u202e");
        assertThat(spec.title()).isEqualTo("trips\\u202e by zone\\u202e");
    }

    @Test
    void countsValuesInBins() {
        var answer = Answers.of(List.of(row(1), row(2), row("NaN")), "fare DOUBLE");

        var drawing = AnswerChart.of(answer, new ChartChoice(ChartKind.HISTOGRAM, 0, List.of(0)));

        assertThat(drawing).isInstanceOf(Drawing.Drawn.class);
        var spec = (Histogram) ((Drawing.Drawn) drawing).spec();
        assertThat(spec.bins().stream().mapToLong(bin -> bin.count()).sum()).isEqualTo(2);
        assertThat(spec.title()).isEqualTo("Histogram of fare");
    }

    @Test
    void tellsTheChartInASentence() {
        var answer = Answers.of(List.of(row("a", 1), row("b", 2500)), "zone VARCHAR", "trips BIGINT");

        assertThat(categories(answer, new ChartChoice(ChartKind.HORIZONTAL_BARS, 0, List.of(1)))
                        .description())
                .isEqualTo("Bars: trips by zone, with 2 values, from 1 to 2,500. The rows tab has the same numbers.");
    }

    @ParameterizedTest
    @EnumSource
    void hasNothingToDrawOfNoRows(ChartKind kind) {
        var answer = Answers.of(List.of(), "location_id BIGINT", "trips BIGINT");

        assertThat(AnswerChart.of(answer, new ChartChoice(kind, 0, List.of(1))))
                .isEqualTo(new Drawing.Undrawable("The answer has no rows, so there is nothing to draw."));
    }

    @ParameterizedTest
    @EnumSource
    void hasNothingToDrawOfNullsAlone(ChartKind kind) {
        var answer = Answers.of(List.of(row(1, null), row(2, "NaN")), "location_id BIGINT", "trips DOUBLE");

        assertThat(AnswerChart.of(answer, new ChartChoice(kind, 0, List.of(1)))).isInstanceOf(Drawing.Undrawable.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HEAT_MAP")
    void drawsEveryKindThatIsOffered(ChartKind kind) {
        var answer = Answers.of(List.of(row(1, 3), row(2, 5)), "location_id BIGINT", "trips BIGINT");

        assertThat(new ChartOptions(answer.metadata().columns()).kinds()).contains(kind);
        assertThat(AnswerChart.of(answer, new ChartChoice(kind, 0, List.of(1)))).isInstanceOf(Drawing.Drawn.class);
    }

    private static CategoryChart categories(Answer.Rows answer, ChartChoice choice) {
        return (CategoryChart) ((Drawing.Drawn) AnswerChart.of(answer, choice)).spec();
    }

    private static PointChart points(Answer.Rows answer, ChartChoice choice) {
        return (PointChart) ((Drawing.Drawn) AnswerChart.of(answer, choice)).spec();
    }

    private static List<String> texts(Series series) {
        return series.values().stream()
                .map(datum -> Objects.requireNonNull(datum).text())
                .toList();
    }
}
