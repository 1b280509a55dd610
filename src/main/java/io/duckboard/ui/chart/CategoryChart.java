package io.duckboard.ui.chart;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A value for each category.
 *
 * @param series each with one value for each category; a pie and a map have one series
 */
public record CategoryChart(
        ChartKind kind,
        String title,
        String description,
        List<Category> categories,
        List<Series> series,
        List<String> remarks)
        implements ChartSpec {

    private static final Set<ChartKind> KINDS =
            EnumSet.complementOf(EnumSet.of(ChartKind.SCATTER, ChartKind.HISTOGRAM));

    public CategoryChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        remarks = List.copyOf(remarks);
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("%s is not drawn of categories".formatted(kind));
        }
        if ((kind == ChartKind.PIE || kind == ChartKind.MAP) && series.size() != 1) {
            throw new IllegalArgumentException("%s shows one series, not %d".formatted(kind, series.size()));
        }
        for (Series each : series) {
            if (each.values().size() != categories.size()) {
                throw new IllegalArgumentException("Series '%s' has %d values for %d categories"
                        .formatted(each.name(), each.values().size(), categories.size()));
            }
        }
    }

    public CategoryChart(
            ChartKind kind, String title, String description, List<Category> categories, List<Series> series) {
        this(kind, title, description, categories, series, List.of());
    }
}
