package io.duckboard.ui.chart;

import java.util.List;

/** What a chart shows, whoever draws it. */
public sealed interface ChartSpec permits CategoryChart, PointChart, Histogram {

    ChartKind kind();

    String title();

    /** One sentence for those who cannot see the chart. */
    String description();

    /** What the chart leaves out, in sentences that are shown under it. */
    List<String> remarks();
}
