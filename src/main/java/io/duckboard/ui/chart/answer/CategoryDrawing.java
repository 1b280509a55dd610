package io.duckboard.ui.chart.answer;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.format.Harmless;
import io.duckboard.ui.chart.Category;
import io.duckboard.ui.chart.CategoryChart;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.Datum;
import io.duckboard.ui.chart.Series;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws a value for each category, or for each category and series. */
final class CategoryDrawing {

    static final int MOST_CATEGORIES = 200;
    /** There are only this many colours that people can tell apart. */
    static final int MOST_SERIES = 8;
    /** There are fewer zones than this; New York has 263. */
    private static final int MOST_ZONES = 1_000;

    private final Answer.Rows answer;
    private final ChartChoice choice;
    private final ChartText wording;
    private final OmittedRows leftOut;

    CategoryDrawing(Answer.Rows answer, ChartChoice choice) {
        this.answer = answer;
        this.choice = choice;
        this.wording = new ChartText(answer, choice);
        this.leftOut = new OmittedRows(answer.metadata());
    }

    Drawing draw() {
        Crosstab table = read();
        if (table.isEmpty()) {
            return new Drawing.Undrawable("No row has both a %s and a %s that can be drawn."
                    .formatted(wording.name(choice.x()), wording.name(choice.firstY())));
        }
        if (table.addedUp()) {
            leftOut.say("Several rows have the same %s: their values are added up."
                    .formatted(wording.name(choice.x())
                            + choice.splitBy().stream()
                                    .mapToObj(series -> " and " + wording.name(series))
                                    .findFirst()
                                    .orElse("")));
        }
        if (choice.kind() == ChartKind.PIE) {
            return new Slices(table)
                    .cut()
                    .<Drawing>map(slices -> new Drawing.Drawn(spec(slices)))
                    .orElseGet(
                            () -> new Drawing.Undrawable(
                                    "A pie shows parts of a whole: it needs values of which none is negative and not all are 0."));
        }
        return new Drawing.Drawn(spec(table));
    }

    private Crosstab read() {
        var table = new Crosstab();
        for (var row : answer.rows()) {
            Object x = row.get(choice.x());
            if (x == null) {
                leftOut.value(null);
            } else if (choice.splitBy().isPresent()) {
                Object series = row.get(choice.splitBy().getAsInt());
                if (series == null) {
                    leftOut.value(null);
                } else {
                    add(table, label(x), label(series), row.get(choice.firstY()));
                }
            } else {
                choice.measures().forEach(y -> add(table, label(x), wording.series(y), row.get(y)));
            }
        }
        return table;
    }

    private static String label(Object value) {
        return Harmless.line(value.toString());
    }

    private void add(Crosstab table, String category, String series, @Nullable Object value) {
        Cell.number(value).ifPresentOrElse(number -> table.add(category, series, number), () -> leftOut.value(value));
    }

    private CategoryChart spec(Crosstab table) {
        int most = choice.kind() == ChartKind.MAP ? MOST_ZONES : MOST_CATEGORIES;
        List<String> categories = table.categories().stream().limit(most).toList();
        leftOut.beyond(categories.size(), table.categories().size(), "values of " + wording.name(choice.x()));
        List<String> names = table.series().stream().limit(MOST_SERIES).toList();
        leftOut.beyond(names.size(), table.series().size(), "series");
        List<Series> series = names.stream()
                .map(name -> new Series(
                        name,
                        "",
                        categories.stream()
                                .<@Nullable Datum>map(category ->
                                        table.at(category, name).map(Datum::of).orElse(null))
                                .toList()))
                .toList();
        return new CategoryChart(
                choice.kind(),
                wording.title(),
                wording.description(categories.size(), "value", extent(series)),
                categories.stream().map(name -> new Category(name, name, "")).toList(),
                series,
                leftOut.remarks());
    }

    private static String extent(List<Series> series) {
        List<Datum> data = series.stream()
                .map(Series::values)
                .flatMap(Collection::stream)
                .filter(Objects::nonNull)
                .sorted((a, b) -> Double.compare(a.value(), b.value()))
                .toList();
        return ", from %s to %s"
                .formatted(data.getFirst().text(), data.getLast().text());
    }
}
