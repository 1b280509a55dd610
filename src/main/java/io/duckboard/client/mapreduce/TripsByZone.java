package io.duckboard.client.mapreduce;

/** The article's example: counts trips by the zone in which they began, over the first ten days of April 2019. */
public final class TripsByZone {

    public static final String OVER = "partitioned/date=2019-04-{01..10}";

    public static final String MAP =
            "SELECT pickup_location_id AS location_id, COUNT(*) AS counts FROM {part} GROUP BY location_id";

    public static final String REDUCE = "SELECT location_id, SUM(counts)::BIGINT AS counts FROM parts"
            + " GROUP BY location_id ORDER BY counts DESC, location_id";

    /** The same question as one query, on the file that holds the whole month. */
    public static final String SINGLE = "SELECT pickup_location_id AS location_id, COUNT(*) AS counts FROM trips"
            + " WHERE pickup_at >= TIMESTAMP '2019-04-01' AND pickup_at < TIMESTAMP '2019-04-11'"
            + " GROUP BY location_id ORDER BY counts DESC, location_id";

    private TripsByZone() {}
}
