package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.duckboard.dashboard.PickupLocation;
import io.duckboard.format.Figures;
import java.util.List;

/** Shows the rows of the chart as a table, which scrolls by itself if it is long. */
final class LocationTable extends Div {

    private static final List<String> COLUMNS = List.of("Rank", "Zone", "Borough", "Location ID", "Trips", "Share");

    private final NativeTable table = new NativeTable();

    LocationTable() {
        addClassName("location-table");
        table.getElement().setAttribute("aria-label", "Top pickup locations by number of trips");
        NativeTableRow header = table.getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = header.addHeaderCell();
            cell.setText(column);
            cell.getElement().setAttribute("scope", "col");
        }
        // What scrolls has to be within reach of the keyboard.
        getElement().setAttribute("tabindex", "0").setAttribute("role", "group").setAttribute("aria-label", "Ranking");
        add(table);
    }

    void show(List<PickupLocation> locations) {
        table.getBody().removeAll();
        locations.forEach(location -> table.getBody().add(row(location)));
    }

    private static NativeTableRow row(PickupLocation location) {
        var row = new NativeTableRow();
        row.addDataCell().setText(String.valueOf(location.rank()));
        row.addDataCell().setText(location.name());
        row.addDataCell().setText(location.borough());
        row.addDataCell().setText(String.valueOf(location.locationId()));
        row.addDataCell().setText(Figures.count(location.trips()));
        row.addDataCell().setText(Figures.share(location.share()));
        return row;
    }
}
