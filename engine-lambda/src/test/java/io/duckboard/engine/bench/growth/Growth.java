package io.duckboard.engine.bench.growth;

import io.duckboard.engine.bench.Samples;
import java.util.ArrayList;
import java.util.List;

/**
 * What was measured of one of {@link Who} in one of {@link Place}.
 *
 * @param sizes of the lake, each with what came of it
 * @param failures sizes without an answer, and why
 */
record Growth(Who who, Place place, List<Size> sizes, List<String> failures) {

    /** @param peakMegabytes the most memory of the process, over all rounds */
    record Size(int months, Samples times, double peakMegabytes) {}

    Growth(Who who, Place place) {
        this(who, place, new ArrayList<>(), new ArrayList<>());
    }

    /** By name, in tables and pictures. */
    String title() {
        return who.title() + ", " + place.title();
    }

    List<Line.Point> points() {
        return sizes.stream()
                .map(size -> new Line.Point(size.months(), size.times().median()))
                .toList();
    }

    Line line() {
        return Line.through(points());
    }

    double peakMegabytes() {
        return sizes.stream().mapToDouble(Size::peakMegabytes).max().orElse(0);
    }
}
