package io.duckboard.dashboard.ui;

import io.duckboard.dashboard.PickupLocation;
import io.duckboard.format.Figures;
import io.duckboard.ui.chart.Category;
import io.duckboard.ui.chart.CategoryChart;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.ChartSpec;
import io.duckboard.ui.chart.Series;
import java.util.List;

/** Turns a ranking into what the chart shows. */
final class LocationChart {

    static final String TITLE = "Top pickup locations by number of trips";

    private LocationChart() {}

    static ChartSpec of(List<PickupLocation> locations) {
        return new CategoryChart(
                ChartKind.HORIZONTAL_BARS,
                TITLE,
                description(locations),
                locations.stream().map(LocationChart::category).toList(),
                List.of(Series.of(
                        "Trips",
                        "trips",
                        locations.stream().map(PickupLocation::trips).toList())));
    }

    static Category category(PickupLocation location) {
        return new Category(
                String.valueOf(location.locationId()),
                location.name(),
                "Location ID " + location.locationId()
                        + (location.borough().isEmpty() ? "" : ", " + location.borough()));
    }

    private static String description(List<PickupLocation> locations) {
        if (locations.isEmpty()) {
            return "No pickup locations.";
        }
        var first = locations.getFirst();
        var last = locations.getLast();
        return "Bar chart of %s, from %s with %s to %s with %s. The table below has the same rows."
                .formatted(
                        Figures.count(locations.size(), "pickup location"),
                        first.name(),
                        Figures.count(first.trips(), "trip"),
                        last.name(),
                        Figures.count(last.trips(), "trip"));
    }
}
