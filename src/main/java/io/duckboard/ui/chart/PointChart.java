package io.duckboard.ui.chart;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Points at numbers or times: a scatter, or lines through points from left to right. */
public record PointChart(
        ChartKind kind, String title, String description, Axis x, List<PointSeries> series, List<String> remarks)
        implements ChartSpec {

    private static final Set<ChartKind> KINDS = EnumSet.of(ChartKind.LINE, ChartKind.AREA, ChartKind.SCATTER);

    public PointChart {
        series = List.copyOf(series);
        remarks = List.copyOf(remarks);
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("%s is not drawn of points".formatted(kind));
        }
    }
}
