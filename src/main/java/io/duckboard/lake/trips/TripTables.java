package io.duckboard.lake.trips;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.Catalog.Field;
import io.duckboard.engine.catalog.Catalog.Kind;
import io.duckboard.engine.catalog.Catalog.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes the tables that are made from a month of trips. */
final class TripTables {

    static final String TRIPS = "trips";
    static final String BY_DAY = "trips_by_day";
    static final String ZONES = "zones";
    static final String TOP_LOCATIONS = "top_pickup_locations";

    private static final List<Field> DAY_COLUMNS = Stream.concat(
                    TripSchema.COLUMNS.stream(),
                    Stream.of(new Field("date", "DATE", "Day of the pickup; the lake is partitioned by it")))
            .toList();

    private static final List<Field> ZONE_COLUMNS = List.of(
            new Field("location_id", "INTEGER", "Number of the zone"),
            new Field("zone", "VARCHAR", "Name of the zone"),
            new Field("borough", "VARCHAR", "Borough the zone lies in"),
            new Field("service_zone", "VARCHAR", "Which taxis may pick up there"));

    private static final List<Field> TOP_COLUMNS = List.of(
            new Field("location_id", "INTEGER", "Zone of the pickup; see table zones"),
            new Field("counts", "BIGINT", "Trips that began there"));

    private TripTables() {}

    static Table trips(List<Catalog.File> files, long rows, Instant now) {
        return new Table(TRIPS, Kind.DATASET, files, List.of(), TripSchema.COLUMNS, rows, now, List.of());
    }

    static Table byDay(List<Catalog.File> files, long rows, Instant now) {
        return new Table(BY_DAY, Kind.DATASET, files, List.of("date"), DAY_COLUMNS, rows, now, List.of());
    }

    static Table zones(List<Catalog.File> files, long rows, Instant now) {
        return new Table(ZONES, Kind.REFERENCE, files, List.of(), ZONE_COLUMNS, rows, now, List.of());
    }

    static Table topLocations(List<Catalog.File> files, long rows, Instant now) {
        return new Table(
                TOP_LOCATIONS,
                Kind.MODEL,
                files,
                List.of(),
                TOP_COLUMNS,
                rows,
                now,
                List.of(TRIPS),
                Optional.of(TripLoad.DASHBOARD));
    }
}
