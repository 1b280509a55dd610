package io.duckboard.ui.chart;

import java.util.List;

/**
 * How often values occur.
 *
 * @param name of what was counted
 * @param unit of what is counted, in the plural
 * @param bins next to each other, with no gap between them
 */
public record Histogram(
        String title, String description, String name, String unit, List<Bin> bins, List<String> remarks)
        implements ChartSpec {

    public Histogram {
        bins = List.copyOf(bins);
        remarks = List.copyOf(remarks);
    }

    @Override
    public ChartKind kind() {
        return ChartKind.HISTOGRAM;
    }
}
