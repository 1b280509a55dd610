package io.duckboard.engine.bench.growth;

import java.util.List;

/** A straight line of time over months: what every question takes, and what each month adds. */
record Line(double fixed, double perMonth) {

    record Point(int months, double milliseconds) {}

    /** The line with the least squares of relative deviations; absolute ones would follow the longest time alone. */
    static Line through(List<Point> points) {
        double w = 0;
        double wx = 0;
        double wy = 0;
        double wxx = 0;
        double wxy = 0;
        for (Point point : points) {
            double weight = 1 / (point.milliseconds() * point.milliseconds());
            w += weight;
            wx += weight * point.months();
            wy += weight * point.milliseconds();
            wxx += weight * point.months() * point.months();
            wxy += weight * point.months() * point.milliseconds();
        }
        double perMonth = (w * wxy - wx * wy) / (w * wxx - wx * wx);
        return new Line((wy - perMonth * wx) / w, perMonth);
    }

    double at(int months) {
        return fixed + perMonth * months;
    }

    /** The largest share by which a point is off. */
    double deviation(List<Point> points) {
        return points.stream()
                .mapToDouble(point -> Math.abs(point.milliseconds() / at(point.months()) - 1))
                .max()
                .orElse(0);
    }
}
