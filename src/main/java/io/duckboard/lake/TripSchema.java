package io.duckboard.lake;

import io.duckboard.engine.protocol.Catalog.Field;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of the trips, in the lake's names; codes are text. Meanings as in the TLC's data dictionary. */
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

    private TripSchema() {}

    /** The columns as a read_csv {@code columns} argument; the file has them in this order. */
    static String forCsv() {
        return COLUMNS.stream()
                .map(column -> "'" + column.name() + "': '" + column.type() + "'")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
