package io.duckboard.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A picture of bars shows what the scripts would draw, and nothing else is pictured. */
class BarsPictureTest {

    @Test
    void showsEachCategoryWithItsShareOfTheLongestBar() {
        Element picture =
                BarsPicture.of(bars(ChartKind.HORIZONTAL_BARS, Series.of("Trips", "trips", List.of(1_000, 250))));

        assertThat(picture.select("span").eachText()).containsExactly("one", "two");
        assertThat(picture.select("b").eachText()).containsExactly("1,000", "250");
        assertThat(picture.children().eachAttr("style")).containsExactly("--share: 1.00000", "--share: 0.25000");
    }

    @Test
    void keepsMarkupInNamesAsText() {
        Element picture = BarsPicture.of(new CategoryChart(
                ChartKind.HORIZONTAL_BARS,
                "Bars",
                "",
                List.of(new Category("1", "<img src=x onerror=alert(1)>", "")),
                List.of(Series.of("Trips", "trips", List.of(1)))));

        assertThat(picture.select("img")).isEmpty();
        assertThat(picture.outerHtml()).contains("&lt;img src=x onerror=alert(1)&gt;");
    }

    @Test
    void drawsBarsOfNothingAsShortAsPossible() {
        Element picture = BarsPicture.of(bars(ChartKind.HORIZONTAL_BARS, Series.of("Trips", "trips", List.of(0, 0))));

        assertThat(picture.children().eachAttr("style")).containsOnly("--share: 0.00000");
    }

    @Test
    void isOfWholeNumbersInOneSeriesOfBarsAlone() {
        Series trips = Series.of("Trips", "trips", List.of(2, 1));

        assertThat(BarsPicture.shows(bars(ChartKind.HORIZONTAL_BARS, trips))).isTrue();
        assertThat(Stream.of(
                        bars(ChartKind.COLUMNS, trips),
                        bars(ChartKind.HORIZONTAL_BARS, trips, trips),
                        bars(ChartKind.HORIZONTAL_BARS, Series.of("Change", "trips", List.of(2, -1))),
                        bars(ChartKind.HORIZONTAL_BARS, Series.of("Share", "%", List.of(2, 0.5))),
                        bars(ChartKind.HORIZONTAL_BARS, new Series("Gap", "trips", Arrays.asList(Datum.of(2), null)))))
                .noneMatch(BarsPicture::shows);
    }

    private static ChartSpec bars(ChartKind kind, Series... series) {
        return new CategoryChart(
                kind, "Bars", "", List.of(new Category("1", "one", ""), new Category("2", "two", "")), List.of(series));
    }
}
