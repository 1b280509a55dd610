package io.duckboard.ui.chart;

/** The way in which a chart is drawn. */
public enum ChartKind {
    /** Horizontal bars, so that long labels can be read. */
    HORIZONTAL_BARS("Bars"),
    COLUMNS("Columns"),
    /** Columns whose series are stacked on each other. */
    STACKED("Stacked columns"),
    LINE("Line"),
    AREA("Area"),
    SCATTER("Scatter"),
    PIE("Pie"),
    HISTOGRAM("Histogram"),
    /** New York's taxi zones, shaded. A category's id is the zone's id. */
    MAP("Map of taxi zones"),
    /** A field for each category and series, shaded by its value. */
    HEAT_MAP("Heat map");

    private final String label;

    ChartKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
