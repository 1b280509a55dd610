package io.duckboard.ui.chart;

import java.util.List;

/**
 * Points of one colour.
 *
 * @param unit what is measured, in the plural; may be empty
 */
public record PointSeries(String name, String unit, List<Point> points) {

    public record Point(Datum x, Datum y) {}

    public PointSeries {
        points = List.copyOf(points);
    }
}
