package io.duckboard.lake.trips;

import io.duckboard.engine.catalog.Catalog.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of the trips, with the lake's names; codes are text. The TLC's data dictionary defines their meanings.
 */
final class TripSchema {

    static final List<Field> COLUMNS = List.of(
            new Field("vendor_id", "VARCHAR", "Provider of the record: 1 Creative Mobile, 2 VeriFone"),
            new Field("pickup_at", "TIMESTAMP", "When the meter was engaged, New York time"),
            new Field("dropoff_at", "TIMESTAMP", "When the meter was disengaged, New York time"),
            new Field("passenger_count", "INTEGER", "Passengers, as the driver entered them"),
            new Field("trip_distance", "DOUBLE", "Miles by the taximeter"),
            new Field("rate_code_id", "VARCHAR", "Rate at the end of the trip: 1 standard, 2 JFK, 3 Newark, …"),
            new Field("store_and_fwd_flag", "VARCHAR", "Y if the record was held in the car before it was sent"),
            new Field("pickup_location_id", "INTEGER", "Zone of the pickup; see table zones"),
            new Field("dropoff_location_id", "INTEGER", "Zone of the drop-off; see table zones"),
            new Field("payment_type", "VARCHAR", "1 card, 2 cash, 3 no charge, 4 dispute, …"),
            new Field("fare_amount", "DOUBLE", "Fare by time and distance, in dollars"),
            new Field("extra", "DOUBLE", "Rush hour and overnight charges, in dollars"),
            new Field("mta_tax", "DOUBLE", "MTA tax, in dollars"),
            new Field("tip_amount", "DOUBLE", "Tip by card, in dollars; cash tips are not known"),
            new Field("tolls_amount", "DOUBLE", "Tolls, in dollars"),
            new Field("improvement_surcharge", "DOUBLE", "Improvement surcharge, in dollars"),
            new Field("total_amount", "DOUBLE", "All that was charged, in dollars, without cash tips"),
            new Field("congestion_surcharge", "DOUBLE", "Congestion surcharge, in dollars"));

    /** A row without these columns is not a trip. */
    static final Set<String> NEEDED = Set.of("pickup_at", "dropoff_at", "pickup_location_id", "dropoff_location_id");

    /** The names in the TLC's files, in lower case, that differ from the lake's names. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "vendorid", "vendor_id",
            "tpep_pickup_datetime", "pickup_at",
            "pickup_datetime", "pickup_at",
            "tpep_dropoff_datetime", "dropoff_at",
            "dropoff_datetime", "dropoff_at",
            "ratecodeid", "rate_code_id",
            "pulocationid", "pickup_location_id",
            "dolocationid", "dropoff_location_id");

    private TripSchema() {}

    /** Returns the lake's name for a column of a file; an unknown column keeps its name. */
    static String lakeName(String column) {
        String small = column.strip().toLowerCase(Locale.ROOT);
        String name = OTHER_NAMES.getOrDefault(small, small);
        return isColumn(name) ? name : column;
    }

    static boolean isColumn(String name) {
        return COLUMNS.stream().anyMatch(column -> column.name().equals(name));
    }

    /** Returns the columns as a read_csv {@code columns} argument, in the order of the file. */
    static String forCsv() {
        return COLUMNS.stream()
                .map(column -> "'" + column.name() + "': '" + column.type() + "'")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
