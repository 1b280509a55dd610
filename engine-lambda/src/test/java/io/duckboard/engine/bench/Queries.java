package io.duckboard.engine.bench;

import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;

/** The queries that the measurements run. */
final class Queries {

    static final String ONE = "SELECT 1";
    static final String COUNT = "SELECT count(*) FROM trips";
    static final String TOP_200 = "SELECT pickup_location_id AS location_id, count(*) AS counts FROM trips"
            + " WHERE pickup_at >= '2019-04-01' AND pickup_at < '2019-05-01'"
            + " GROUP BY ALL ORDER BY counts DESC, location_id LIMIT 200";
    static final String AVERAGE_FARE = "SELECT pickup_location_id, round(avg(fare_amount), 2) AS fare FROM trips"
            + " GROUP BY ALL HAVING count(*) > 1000 ORDER BY pickup_location_id";
    static final int CELLS_ROWS = 10_000;
    static final String CELLS = "SELECT pickup_location_id, pickup_at, vendor_id, total_amount, passenger_count"
            + " FROM trips LIMIT " + CELLS_ROWS;

    private Queries() {}

    static Request.Query request(String sql, int limit) {
        return Request.Query.of(sql).limit(limit).format(RowFormat.RECORDS);
    }
}
