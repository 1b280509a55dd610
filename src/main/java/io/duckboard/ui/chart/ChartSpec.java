package io.duckboard.ui.chart;

import java.util.List;

/** What a chart shows, independent of what draws it. */
public sealed interface ChartSpec permits CategoryChart, PointChart, Histogram {

    ChartKind kind();

    String title();

    /** One sentence for those who cannot see the chart. */
    String description();

    /** Sentences about what the chart leaves out, which are shown under it. */
    List<String> remarks();
}
