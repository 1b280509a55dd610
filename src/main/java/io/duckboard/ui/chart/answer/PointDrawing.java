package io.duckboard.ui.chart.answer;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.format.Harmless;
import io.duckboard.ui.chart.Axis;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.Datum;
import io.duckboard.ui.chart.PointChart;
import io.duckboard.ui.chart.PointSeries;
import io.duckboard.ui.chart.PointSeries.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws points at numbers or times: scatters and lines. */
final class PointDrawing {

    /** A browser draws this many without delay. */
    static final int MOST_POINTS = 5_000;

    private final Answer.Rows answer;
    private final ChartChoice choice;
    private final ChartText wording;
    private final OmittedRows leftOut;
    private final boolean overTime;

    PointDrawing(Answer.Rows answer, ChartChoice choice) {
        this.answer = answer;
        this.choice = choice;
        this.wording = new ChartText(answer, choice);
        this.leftOut = new OmittedRows(answer.metadata());
        this.overTime = ColumnRole.of(answer.metadata().columns().get(choice.x())) == ColumnRole.TIME;
    }

    Drawing draw() {
        List<PointSeries> series = bounded(grouped());
        List<Point> points =
                series.stream().flatMap(each -> each.points().stream()).toList();
        if (points.isEmpty()) {
            return new Drawing.Undrawable("No row has both a %s and a %s that can be drawn."
                    .formatted(wording.name(choice.x()), wording.name(choice.firstY())));
        }
        var byX = Comparator.comparingDouble((Point point) -> point.x().value());
        String extent = ", from %s to %s"
                .formatted(
                        points.stream().min(byX).orElseThrow().x().text(),
                        points.stream().max(byX).orElseThrow().x().text());
        return new Drawing.Drawn(new PointChart(
                choice.kind(),
                wording.title(),
                wording.description(points.size(), "point", extent),
                new Axis(overTime ? Axis.Scale.TIMES : Axis.Scale.NUMBERS, wording.name(choice.x())),
                series,
                leftOut.remarks()));
    }

    private Map<String, List<Point>> grouped() {
        Map<String, List<Point>> groups = new LinkedHashMap<>();
        if (choice.splitBy().isEmpty()) {
            for (int y : choice.measures()) {
                answer.rows()
                        .forEach(row -> point(row.get(choice.x()), row.get(y))
                                .ifPresent(point -> groups.computeIfAbsent(wording.series(y), _ -> new ArrayList<>())
                                        .add(point)));
            }
        } else {
            int by = choice.splitBy().getAsInt();
            for (var row : answer.rows()) {
                Object name = row.get(by);
                if (name == null) {
                    leftOut.value(null);
                } else {
                    point(row.get(choice.x()), row.get(choice.firstY()))
                            .ifPresent(point -> groups.computeIfAbsent(
                                            Harmless.line(name.toString()), _ -> new ArrayList<>())
                                    .add(point));
                }
            }
        }
        return groups;
    }

    private Optional<Point> point(@Nullable Object x, @Nullable Object y) {
        Optional<Datum> place = overTime ? Cell.time(x) : Cell.number(x).map(Datum::of);
        Optional<Datum> measure = Cell.number(y).map(Datum::of);
        if (place.isEmpty()) {
            leftOut.value(x);
        } else if (measure.isEmpty()) {
            leftOut.value(y);
        }
        return place.flatMap(at -> measure.map(of -> new Point(at, of)));
    }

    /** Limits the number of points. Each series gets the same share. */
    private List<PointSeries> bounded(Map<String, List<Point>> groups) {
        var drawn =
                groups.entrySet().stream().limit(CategoryDrawing.MOST_SERIES).toList();
        leftOut.beyond(drawn.size(), groups.size(), "series");
        int room = MOST_POINTS / Math.max(1, drawn.size());
        List<PointSeries> series = new ArrayList<>();
        int points = 0;
        int all = 0;
        for (var group : drawn) {
            List<Point> first = group.getValue().stream().limit(room).toList();
            series.add(new PointSeries(group.getKey(), "", ordered(first)));
            points += first.size();
            all += group.getValue().size();
        }
        leftOut.beyond(points, all, drawn.size() == 1 ? "points" : "points, of each series the same share");
        return series;
    }

    private List<Point> ordered(List<Point> points) {
        Stream<Point> all = points.stream();
        return choice.kind() == ChartKind.SCATTER
                ? all.toList()
                : all.sorted(Comparator.comparingDouble(point -> point.x().value()))
                        .toList();
    }
}
