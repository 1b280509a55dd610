package io.duckboard.ui.chart;

/**
 * One of what is compared.
 *
 * @param id by which charts of a group know it
 * @param note what a tooltip adds to the label; may be empty
 */
public record Category(String id, String label, String note) {}
