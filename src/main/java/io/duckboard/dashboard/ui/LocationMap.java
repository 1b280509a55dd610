package io.duckboard.dashboard.ui;

import io.duckboard.dashboard.PickupLocation;
import io.duckboard.dashboard.TopLocations;
import io.duckboard.format.Figures;
import io.duckboard.ui.chart.CategoryChart;
import io.duckboard.ui.chart.ChartKind;
import io.duckboard.ui.chart.ChartSpec;
import io.duckboard.ui.chart.Series;
import java.util.List;

/** Turns the view into what the map shows. */
final class LocationMap {

    static final String TITLE = "Where";

    private LocationMap() {}

    static ChartSpec of(TopLocations top) {
        List<PickupLocation> locations = top.locations();
        return new CategoryChart(
                ChartKind.MAP,
                "Pickup zones by number of trips",
                "Map of New York's taxi zones, shaded by trips: " + extent(top) + ".",
                locations.stream().map(LocationChart::category).toList(),
                List.of(Series.of(
                        "Trips",
                        "trips",
                        locations.stream().map(PickupLocation::trips).toList())));
    }

    /** Says which zones the map shows. */
    static String extent(TopLocations top) {
        int shown = top.locations().size();
        if (shown == 0) {
            return "no zones";
        }
        return shown < top.viewRows()
                ? "the first " + Figures.count(shown) + " of " + Figures.count(top.viewRows(), "zone")
                : "all " + Figures.count(shown, "zone");
    }
}
