package io.duckboard.ui.chart;

/**
 * One of the things that a chart compares.
 *
 * @param id by which charts of a group know it
 * @param note what a tooltip adds to the label; may be empty
 */
public record Category(String id, String label, String note) {}
