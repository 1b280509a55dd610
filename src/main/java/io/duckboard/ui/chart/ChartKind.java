package io.duckboard.ui.chart;

/** How a chart draws. */
public enum ChartKind {
    /** Bars that lie, so that long labels can be read. */
    HORIZONTAL_BARS("Bars"),
    COLUMNS("Columns"),
    /** Columns whose series stand on each other. */
    STACKED("Stacked columns"),
    LINE("Line"),
    AREA("Area"),
    SCATTER("Scatter"),
    PIE("Pie"),
    HISTOGRAM("Histogram"),
    /** New York's taxi zones, shaded; a category's id is the zone's. */
    MAP("Map of taxi zones");

    private final String label;

    ChartKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
