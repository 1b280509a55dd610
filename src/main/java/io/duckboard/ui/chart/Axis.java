package io.duckboard.ui.chart;

/** The axis along the bottom of a chart. */
public record Axis(Scale scale, String name) {

    public enum Scale {
        NUMBERS,
        /** Values are milliseconds since 1970; times without a zone are drawn as if they were in UTC. */
        TIMES
    }
}
