package io.duckboard.dashboard;

/**
 * A place in the ranking of pickup locations.
 *
 * @param rank from 1
 * @param zone empty if the lake has no name for it
 * @param share of all trips in the view, from 0 to 1
 */
public record PickupLocation(int rank, long locationId, String zone, String borough, long trips, double share) {

    public String name() {
        return zone.isEmpty() ? "Location " + locationId : zone;
    }
}
