package io.duckboard.ui.chart;

/** The number of values from {@code from} (inclusive) to {@code to} (exclusive). */
public record Bin(Datum from, Datum to, long count) {}
