package io.duckboard.dashboard.ui;

import com.vaadin.flow.component.html.DescriptionList;
import io.duckboard.dashboard.BusiestHour;
import io.duckboard.dashboard.TopLocations;
import io.duckboard.dashboard.TripCount;
import io.duckboard.format.Figures;
import java.util.Optional;

/** Shows the lake's trips in four figures. */
final class Tiles extends DescriptionList {

    private final Tile trips = new Tile("Trips");
    private final Tile zones = new Tile("Pickup zones");
    private final Tile zone = new Tile("Busiest zone");
    private final Tile hour = new Tile("Busiest hour");

    Tiles() {
        addClassName("tiles");
        add(trips, zones, zone, hour);
    }

    void show(TopLocations top) {
        zones.show(Figures.count(top.viewRows()), "Zones in which trips begin");
        if (top.locations().isEmpty()) {
            zone.lack("The view has no zones.");
        } else {
            var first = top.locations().getFirst();
            zone.show(first.name(), first.name() + ", " + Figures.count(first.trips(), "trip"));
        }
    }

    void show(TripCount count) {
        trips.show(Figures.count(count.trips()), "Trips in the lake");
    }

    void show(Optional<BusiestHour> busiest) {
        busiest.ifPresentOrElse(
                most -> hour.show(most.span(), Figures.count(most.trips(), "trip") + " begin in this hour of the day"),
                () -> hour.lack("The lake has no trips."));
    }

    void lackZones(String reason) {
        zones.lack(reason);
        zone.lack(reason);
    }

    void lackTrips(String reason) {
        trips.lack(reason);
    }

    void lackHour(String reason) {
        hour.lack(reason);
    }
}
