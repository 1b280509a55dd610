package io.duckboard.ui.chart.answer;

import static io.duckboard.ui.chart.answer.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.ui.chart.ChartKind;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FirstGuessTest {

    @Test
    void laysBarsForALabelAndANumber() {
        var answer = Answers.of(List.of(row("Midtown", 5), row("Corona", 2)), "zone VARCHAR", "trips BIGINT");

        assertThat(FirstGuess.of(answer)).contains(new ChartChoice(ChartKind.HORIZONTAL_BARS, 0, List.of(1)));
    }

    @Test
    void laysBarsForZoneIdsAndOffersTheMap() {
        var answer = Answers.of(List.of(row(237, 432), row(236, 425)), "location_id INTEGER", "counts BIGINT");

        assertThat(FirstGuess.of(answer)).contains(new ChartChoice(ChartKind.HORIZONTAL_BARS, 0, List.of(1)));
        assertThat(new ChartOptions(answer.metadata().columns()).kinds()).contains(ChartKind.MAP);
    }

    @Test
    void prefersANameToAnId() {
        var answer = Answers.of(
                List.of(row(237, "Upper East Side South", 432), row(236, "Upper East Side North", 425)),
                "pickup_location_id INTEGER",
                "zone VARCHAR",
                "counts BIGINT");

        assertThat(FirstGuess.of(answer)).contains(new ChartChoice(ChartKind.HORIZONTAL_BARS, 1, List.of(2)));
    }

    @Test
    void drawsALineOverDays() {
        var answer = Answers.of(List.of(row("2019-04-01", 5), row("2019-04-02", 7)), "day DATE", "trips BIGINT");

        assertThat(FirstGuess.of(answer)).contains(new ChartChoice(ChartKind.LINE, 0, List.of(1)));
    }

    @Test
    void drawsALineForEachBoroughOverDays() {
        var answer = Answers.of(
                List.of(
                        row("2019-04-01", "Queens", 5),
                        row("2019-04-01", "Bronx", 7),
                        row("2019-04-02", "Queens", 6),
                        row("2019-04-02", "Bronx", 9)),
                "day DATE",
                "borough VARCHAR",
                "trips BIGINT");

        assertThat(FirstGuess.of(answer)).contains(new ChartChoice(ChartKind.LINE, 0, List.of(2), OptionalInt.of(1)));
    }

    @Test
    void stacksTwoLabels() {
        var answer = Answers.of(
                List.of(
                        row("Queens", "cash", 5),
                        row("Queens", "card", 7),
                        row("Bronx", "cash", 6),
                        row("Bronx", "card", 9)),
                "borough VARCHAR",
                "payment VARCHAR",
                "trips BIGINT");

        assertThat(FirstGuess.of(answer))
                .contains(new ChartChoice(ChartKind.STACKED, 0, List.of(2), OptionalInt.of(1)));
    }

    @Test
    void makesASeriesOfEachNumber() {
        var answer =
                Answers.of(List.of(row("Midtown", 5, 1.5)), "zone VARCHAR", "trips BIGINT", "average DECIMAL(10,2)");

        assertThat(FirstGuess.of(answer)).contains(new ChartChoice(ChartKind.HORIZONTAL_BARS, 0, List.of(1, 2)));
    }

    @Test
    void standsColumnsOnHours() {
        var answer = Answers.of(List.of(row(0, 432), row(1, 425)), "hour BIGINT", "trips BIGINT");

        assertThat(FirstGuess.of(answer)).contains(new ChartChoice(ChartKind.COLUMNS, 0, List.of(1)));
    }

    @Test
    void scattersTwoNumbers() {
        var answer = Answers.of(List.of(row(1.5, 7)), "trip_distance DOUBLE", "fare_amount DOUBLE");

        assertThat(FirstGuess.of(answer)).contains(new ChartChoice(ChartKind.SCATTER, 0, List.of(1)));
    }

    @Test
    void countsOneNumberInBins() {
        var answer = Answers.of(List.of(row(1.5)), "fare_amount DOUBLE");

        assertThat(FirstGuess.of(answer)).contains(new ChartChoice(ChartKind.HISTOGRAM, 0, List.of(0)));
    }

    @Test
    void guessesNothingWhereNothingIsMeasured() {
        assertThat(FirstGuess.of(Answers.of(List.of(row("a", List.of(1))), "name VARCHAR", "list INTEGER[]")))
                .isEmpty();
        assertThat(FirstGuess.of(Answers.of(List.of()))).isEmpty();
    }
}
