package io.duckboard.lake.trips;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import java.nio.file.Path;

/**
 * A month of trips as Parquet files in the workspace.
 *
 * @param byDay a hive-partitioned folder
 * @param topLocations the file of the dashboard's view
 */
record MonthFiles(Path trips, long rows, Path byDay, Path zones, long zoneRows, Path topLocations, long topRows) {

    /** Reads the source only once: everything else is made from that one file. */
    static MonthFiles write(TripSource.Month month, LoadDatabase database, LoadProgress progress) {
        Path trips;
        try (LoadProgress.Step _ = progress.begin("Writing the trips of " + month.month(), 0)) {
            trips = database.writeSmall(month.select(), "trips.parquet");
        }
        String written = "read_parquet(" + LoadDatabase.literal(trips) + ")";
        long rows = count(database, written);
        if (rows == 0) {
            throw new FailureException(
                    "There are no trips of " + month.month() + " in the files.", "Name another month with --month.");
        }
        try (LoadProgress.Step _ = progress.begin("Writing them by day", 0)) {
            Path byDay = database.writeSmall("SELECT *, pickup_at::DATE AS date FROM " + written, "by_day", "date");
            Path zones = database.writeSmall(
                    "SELECT LocationID::INTEGER AS location_id, Zone AS zone, Borough AS borough, service_zone FROM"
                            + " read_csv(%s, header = true, all_varchar = true)"
                                    .formatted(LoadDatabase.literal(
                                            SampleTrips.resource(database, "taxi_zone_lookup.csv"))),
                    "zones.parquet");
            Path top = database.writeSmall(
                    "SELECT pickup_location_id AS location_id, count(*) AS counts FROM " + written
                            + " GROUP BY 1 ORDER BY counts DESC, location_id LIMIT 200",
                    "top_locations.parquet");
            return new MonthFiles(trips, rows, byDay, zones, count(database, zones), top, count(database, top));
        }
    }

    private static long count(LoadDatabase database, Path file) {
        return count(database, "read_parquet(" + LoadDatabase.literal(file) + ")");
    }

    private static long count(LoadDatabase database, String relation) {
        return database.number("SELECT count(*) FROM " + relation);
    }
}
