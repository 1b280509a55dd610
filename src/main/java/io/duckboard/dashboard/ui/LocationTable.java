package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import io.duckboard.dashboard.PickupLocation;
import io.duckboard.format.Figures;
import java.util.List;

/** Shows the rows of the chart as a table. */
final class LocationTable extends Grid<PickupLocation> {

    /** More rows than this scroll inside the table. */
    private static final int ROWS_AT_ONCE = 30;

    LocationTable() {
        super(PickupLocation.class, false);
        addClassName("location-table");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", "Top pickup locations by number of trips");
        addColumn(PickupLocation::rank)
                .setHeader("Rank")
                .setWidth("4.5rem")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        addColumn(PickupLocation::name).setHeader("Zone").setWidth("12rem").setFlexGrow(3);
        addColumn(PickupLocation::borough).setHeader("Borough").setWidth("8rem");
        addColumn(PickupLocation::locationId)
                .setHeader("Location ID")
                .setWidth("7rem")
                .setTextAlign(ColumnTextAlign.END);
        addColumn(location -> Figures.count(location.trips()))
                .setHeader("Trips")
                .setWidth("7rem")
                .setTextAlign(ColumnTextAlign.END);
        addColumn(location -> Figures.share(location.share()))
                .setHeader("Share")
                .setWidth("6rem")
                .setTextAlign(ColumnTextAlign.END);
        setAllRowsVisible(true);
    }

    void show(List<PickupLocation> locations) {
        setAllRowsVisible(locations.size() <= ROWS_AT_ONCE);
        setItems(locations);
    }
}
