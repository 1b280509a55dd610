package io.duckboard.engine.bench.s3;

/** What is asked of the tables of our lake. Others have files in their place. */
enum Question {
    ONE("SELECT 1", 20),
    COUNT("SELECT count(*) FROM trips", 20),
    TOP_OF_MONTH(Question.TOP + "trips" + Question.IN_ORDER, 200),
    TOP_OF_VIEW("SELECT * FROM top_pickup_locations", 200),
    ONE_DAY(Question.TOP + "trips_by_day WHERE date = DATE '2019-04-10'" + Question.IN_ORDER, 200),
    COUNT_OF_DAYS("SELECT count(*) FROM trips_by_day", 20),
    COUNT_OF_LISTED_DAYS("SELECT count(*) FROM trips_by_day", 20),
    ONE_COLUMN("SELECT avg(fare_amount) FROM trips", 20),
    FIRST_ROWS("SELECT * FROM trips LIMIT 20", 20),
    ALL_ROWS("SELECT * FROM trips", 20);

    private static final String TOP = "SELECT pickup_location_id AS location_id, count(*) AS counts FROM ";
    private static final String IN_ORDER = " GROUP BY ALL ORDER BY counts DESC, location_id LIMIT 200";

    private final String sql;
    private final int limit;

    Question(String sql, int limit) {
        this.sql = sql;
        this.limit = limit;
    }

    String sql() {
        return sql;
    }

    /** The most rows of the answer that are wanted, whatever the SQL says. */
    int limit() {
        return limit;
    }
}
