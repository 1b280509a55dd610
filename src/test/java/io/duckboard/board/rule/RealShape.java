package io.duckboard.board.rule;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** What people's folders look like. Values are made of a row's number, so that they are the same each time. */
@SuppressWarnings("ImmutableEnumChecker") // Nothing says of a lambda that it has no state.
enum RealShape {
    ORDERS(lake -> lake.with("orders", """
            SELECT i AS order_id, 1000 + i * 7919 % 800 AS customer_id,
                   TIMESTAMP '2024-01-01' + INTERVAL (i * 26) MINUTE AS ordered_at,
                   TIMESTAMP '2024-01-03' + INTERVAL (i * 26) MINUTE AS shipped_at,
                   ['new', 'paid', 'shipped', 'shipped', 'shipped', 'returned'][1 + i * 31 % 6] AS status,
                   ['DE', 'FR', 'AT', 'CH', 'DE', 'DE', 'IT', 'NL'][1 + i * 17 % 8] AS country,
                   ['web', 'shop', 'app'][1 + i * 13 % 3] AS channel,
                   1 + i * 11 % 5 AS quantity,
                   CAST(5 + (i * 7919 % 20011) / 100.0 AS DECIMAL(10, 2)) AS total_amount,
                   CAST(10000 + i * 7907 % 80000 AS VARCHAR) AS zip_code,
                   i % 9 = 0 AS is_gift
            FROM range(20000) r(i)""")),
    EVENTS(lake -> lake.partitioned("events", """
            SELECT uuid_of AS event_id, seen AS event_time, CAST(seen AS DATE) AS day,
                   ['page_view', 'page_view', 'page_view', 'click', 'click', 'signup', 'purchase'][1 + i * 29 % 7]
                       AS event_type,
                   'https://example.com/page/' || i * 37 % 4001 AS url,
                   ['Chrome', 'Safari', 'Firefox', 'Edge'][1 + i * 19 % 4] AS browser,
                   'u' || i * 7919 % 3001 AS user_id,
                   20 + i * 104729 % 3000 AS duration_ms,
                   {'ip': '10.0.0.' || i % 255, 'bot': i % 50 = 0} AS context, ['a', 'b'] AS tags
            FROM (SELECT i, md5(i::VARCHAR) AS uuid_of, TIMESTAMPTZ '2024-05-01 00:00:00+00' + INTERVAL (i * 20) SECOND AS seen
                  FROM range(30000) r(i))""", "day")),
    SENSORS(lake -> lake.with("readings", """
            SELECT TIMESTAMP '2024-06-01' + INTERVAL (i // 6 * 5) MINUTE AS ts,
                   'S' || lpad((i % 6)::VARCHAR, 2, '0') AS sensor_id,
                   18 + 6 * sin(i / 1728 * 2 * pi()) + (i * 7919 % 100) / 50.0 AS temperature,
                   40 + (i * 104729 % 4000) / 100.0 AS humidity,
                   CASE WHEN i % 97 = 0 THEN NULL ELSE 990 + i * 31 % 40 END AS pressure_hpa,
                   52.5 + i % 6 / 100.0 AS lat, 13.4 + i % 6 / 100.0 AS lon,
                   2 + i % 3 AS battery_level
            FROM range(24000) r(i)""")),
    PEOPLE(lake -> lake.with("employees", """
            SELECT i + 1 AS employee_id, 'First' || i AS first_name, 'Last' || i * 7 AS last_name,
                   'p' || i || '@example.com' AS email,
                   DATE '1960-01-01' + CAST(i * 7919 % 15000 AS INTEGER) AS birth_date,
                   DATE '2010-03-01' + CAST(i * 104729 % 5000 AS INTEGER) AS hire_date,
                   ['Sales', 'Engineering', 'Engineering', 'Support', 'Finance'][1 + i * 3 % 5] AS department,
                   ['f', 'm', 'f', 'm', 'd'][1 + i * 7 % 5] AS gender,
                   ['Berlin', 'Wien', 'Zürich', 'Graz'][1 + i * 11 % 4] AS city,
                   CAST(10115 + i * 37 % 3000 AS INTEGER) AS plz,
                   CAST(2800 + i * 7919 % 5200 AS INTEGER) AS salary,
                   CAST(1960 + i * 13 % 45 AS INTEGER) AS birth_year,
                   '+49 30 ' || i * 7919 AS phone
            FROM range(1200) r(i)""")),
    STAR(lake -> lake.with("sales", """
                    SELECT i AS sale_id, DATE '2022-01-01' + CAST(i // 20 AS INTEGER) AS sale_date,
                           CAST(1 + i * 7919 % 40 AS INTEGER) AS product_id, CAST(1 + i * 31 % 12 AS INTEGER) AS store_id,
                           1 + i * 7 % 4 AS quantity, CAST((i * 7907 % 9001) / 10.0 AS DOUBLE) AS revenue
                    FROM range(20000) r(i)""").with("products", """
                    SELECT CAST(i AS INTEGER) AS product_id, 'Product ' || i AS product_name,
                           ['Food', 'Drinks', 'Toys', 'Books'][1 + i % 4] AS category,
                           CAST(1 + i * 1.37 AS DECIMAL(8, 2)) AS unit_price
                    FROM range(1, 41) r(i)""").with("stores", """
                    SELECT CAST(i AS INTEGER) AS id, 'Store ' || i AS name, ['North', 'South', 'West'][1 + i % 3] AS region,
                           DATE '2001-01-01' + CAST(i * 97 AS INTEGER) AS opened
                    FROM range(1, 13) r(i)""")),
    WIDE(lake -> lake.with(
            "measurements",
            "SELECT i AS run_number, DATE '2023-01-01' + CAST(i // 10 AS INTEGER) AS run_date, "
                    + "['A', 'B', 'C'][1 + i % 3] AS line, i % 2 = 0 AS passed"
                    + numbered(116)
                    + " FROM range(3000) r(i)")),
    ONE_COLUMN(lake -> lake.with("values", "SELECT (i * 7919 % 10007) / 7.0 AS value FROM range(5000) r(i)")),
    ONLY_TEXT(lake -> lake.with("feedback", """
            SELECT ['Good', 'Bad', 'Fine'][1 + i * 7 % 3] AS mood, ['de', 'en', 'fr', 'it'][1 + i * 3 % 4] AS language,
                   'I think that thing number ' || i || ' is as good as any other that I have ever seen so far' AS words,
                   'Author ' || i AS author
            FROM range(400) r(i)"""));

    private final UnaryOperator<ParquetLake> filled;

    RealShape(UnaryOperator<ParquetLake> filled) {
        this.filled = filled;
    }

    private static String numbered(int count) {
        var columns = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            columns.append(", (i * ")
                    .append(7919 + 2 * i)
                    .append(" % 1009) / 10.0 AS m")
                    .append(i);
        }
        return columns.toString();
    }

    ParquetLake fill(ParquetLake lake) {
        return filled.apply(lake);
    }

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml";
    }
}
