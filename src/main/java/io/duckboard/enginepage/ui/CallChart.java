package io.duckboard.enginepage.ui;

import io.duckboard.calls.CallCounts;
import io.duckboard.calls.Window;
import io.duckboard.client.FinishedCall.End;
import io.duckboard.format.Figures;
import io.duckboard.ui.chart.Category;
import io.duckboard.ui.chart.CategoryChart;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.Series;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/** Calls over time, stacked by the way they ended. */
final class CallChart {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private CallChart() {}

    static CategoryChart of(CallCounts counts, Window window) {
        List<Category> categories = counts.steps().stream()
                .map(step -> new Category(step.begin().toString(), time(step.begin()), "UTC"))
                .toList();
        List<Series> series = Arrays.stream(End.values())
                .map(end -> Series.of(
                        name(end),
                        "calls",
                        counts.steps().stream().map(step -> step.count(end)).toList()))
                .toList();
        return new CategoryChart(
                ChartKind.STACKED,
                "Calls of the engine",
                "%s in %s: %s answered, %s refused, %s failed."
                        .formatted(
                                Figures.count(counts.all(), "call"),
                                window.words(),
                                Figures.count(counts.count(End.ANSWERED)),
                                Figures.count(counts.count(End.REFUSED)),
                                Figures.count(counts.count(End.FAILED))),
                categories,
                series);
    }

    static String name(End end) {
        return switch (end) {
            case ANSWERED -> "answered";
            case REFUSED -> "refused or cancelled";
            case FAILED -> "failed";
        };
    }

    static String time(Instant begin) {
        return TIME.format(begin);
    }
}
