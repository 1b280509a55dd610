package io.duckboard.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.nodes.Element;

/** Bars as HTML, in the very place where the browser's scripts will draw them. The style sheet chart.css lays them out. */
final class BarsPicture {

    /** As in horizontal-bars.ts: the approximate width of a digit, the gaps around a number, and its least room. */
    private static final int DIGIT = 8;

    private static final int GAPS = 16;
    private static final int LEAST_ROOM = 64;

    private BarsPicture() {}

    /** Whether these are bars of one colour that all begin at one edge, with whole numbers beside them. */
    static boolean shows(ChartSpec spec) {
        return spec.kind() == ChartKind.HORIZONTAL_BARS
                && spec instanceof CategoryChart chart
                && chart.series().size() == 1
                && chart.series().getFirst().values().stream()
                        .allMatch(datum -> datum != null && datum.value() >= 0 && datum.value() % 1 == 0);
    }

    static Element of(ChartSpec spec) {
        var chart = (CategoryChart) spec;
        List<Datum> values = chart.series().getFirst().values().stream()
                .map(Objects::requireNonNull)
                .toList();
        double most = values.stream().mapToDouble(Datum::value).max().orElse(0);
        int longest =
                values.stream().mapToInt(datum -> datum.text().length()).max().orElse(0);
        var picture = new Element("div")
                .addClass("bars-picture")
                .attr(
                        "style",
                        "--bars: %d; --room: %dpx"
                                .formatted(values.size(), Math.max(LEAST_ROOM, longest * DIGIT + GAPS)));
        for (int row = 0; row < values.size(); row++) {
            Datum datum = values.get(row);
            Element bar = picture.appendElement("div")
                    .attr("style", String.format(Locale.ROOT, "--share: %.5f", most == 0 ? 0 : datum.value() / most));
            bar.appendElement("span").text(chart.categories().get(row).label());
            bar.appendElement("i");
            bar.appendElement("b").text(datum.text());
        }
        return picture;
    }
}
