package io.duckboard.chart;

import java.util.List;

/**
 * What a chart shows, whoever draws it.
 *
 * @param description one sentence for those who cannot see the chart
 * @param series each with one value a category
 */
public record ChartSpec(Kind kind, String title, String description, List<Category> categories, List<Series> series) {

    public enum Kind {
        /** Bars that lie, so that long labels can be read. */
        HORIZONTAL_BARS
    }

    /** @param note what a tooltip adds to the label; may be empty */
    public record Category(String id, String label, String note) {}

    /** @param unit what is counted or measured, in the plural */
    public record Series(String name, String unit, List<Double> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    public ChartSpec {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (Series each : series) {
            if (each.values().size() != categories.size()) {
                throw new IllegalArgumentException("Series '%s' has %d values for %d categories"
                        .formatted(each.name(), each.values().size(), categories.size()));
            }
        }
    }
}
