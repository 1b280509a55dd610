package io.duckboard.ui.chart;

/** How many values lie from {@code from} on and below {@code to}. */
public record Bin(Datum from, Datum to, long count) {}
