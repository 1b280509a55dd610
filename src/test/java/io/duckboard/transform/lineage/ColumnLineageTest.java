package io.duckboard.transform.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The origins of a model's columns, found with the trees of DuckDB's own parser, are either certain or not given. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColumnLineageTest {

    private static final Map<String, List<String>> TABLES = Map.of(
            "trips", List.of("id", "zone_id", "fare", "tip", "pickup_at"),
            "zones", List.of("zone_id", "zone", "borough"));

    private final Connection duckDb = connect();

    @BeforeAll
    void makeTheTables() throws SQLException {
        // These tables exist only so that DuckDB itself can check that the tests' SQL is valid.
        run("CREATE TABLE trips (id INTEGER, zone_id INTEGER, fare DOUBLE, tip DOUBLE, pickup_at TIMESTAMP)");
        run("CREATE TABLE zones (zone_id INTEGER, zone VARCHAR, borough VARCHAR)");
        run("CREATE TABLE far (x INTEGER, y INTEGER, s STRUCT(f INTEGER))");
    }

    @AfterAll
    void close() throws SQLException {
        duckDb.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT fare FROM trips                                                    | fare=trips.fare
                    SELECT TRIPS.Fare AS price FROM trips                                     | price=trips.fare
                    SELECT t.fare FROM trips AS t                                             | fare=trips.fare
                    SELECT main.trips.fare FROM main.trips                                    | fare=trips.fare
                    SELECT fare + tip AS total FROM trips                                     | total=trips.fare,trips.tip
                    SELECT fare::INT AS f, f + tip AS g FROM trips                            | f=trips.fare g=trips.fare,trips.tip
                    SELECT count(*) AS n, 1 AS one FROM trips                                 | n= one=
                    SELECT CASE WHEN id > 1 THEN fare END AS f FROM trips                     | f=trips.fare,trips.id
                    SELECT sum(fare) FILTER (WHERE tip > 0) AS f FROM trips                   | f=trips.fare,trips.tip
                    SELECT sum(fare) OVER (PARTITION BY zone_id ORDER BY id) AS f FROM trips  | f=trips.fare,trips.id,trips.zone_id
                    SELECT fare, sum(tip) FROM trips GROUP BY ALL                             | fare=trips.fare ?=trips.tip
                    SELECT x FROM far                                                         | x=far.x
                    SELECT far.s.f, s.f AS g FROM far                                         | f=far.s g=far.s
                    SELECT trips AS row FROM (SELECT id, tip FROM trips) AS trips             | row=trips.id,trips.tip
                    """)
    void readsSelectLists(String sql, String expected) throws SQLException {
        assertThat(lineage(sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT fare, zone FROM trips JOIN zones ON trips.zone_id = zones.zone_id        | fare=trips.fare zone=zones.zone
                    SELECT zone_id, zone FROM trips JOIN zones USING (zone_id)                      | zone_id=trips.zone_id zone=zones.zone
                    SELECT zone_id FROM trips RIGHT JOIN zones USING (zone_id)                      | zone_id=zones.zone_id
                    SELECT zone_id FROM trips FULL JOIN zones USING (zone_id)                       | zone_id=trips.zone_id,zones.zone_id
                    SELECT zone_id, tip FROM trips NATURAL JOIN zones                               | zone_id=trips.zone_id tip=trips.tip
                    SELECT fare FROM trips SEMI JOIN zones USING (zone_id)                          | fare=trips.fare
                    SELECT fare, x FROM trips, far                                                  | fare=trips.fare x=far.x
                    SELECT a.fare AS a, b.fare AS b FROM trips a JOIN trips b ON a.id = b.id        | a=trips.fare b=trips.fare
                    SELECT q FROM trips, LATERAL (SELECT trips.fare + 1 AS q)                       | q=trips.fare
                    SELECT fare, n FROM trips, range(3) AS r(n)                                     | fare=trips.fare n=?
                    """)
    void readsJoins(String sql, String expected) throws SQLException {
        assertThat(lineage(sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    WITH c AS (SELECT fare AS f FROM trips) SELECT f * 2 AS g FROM c                    | g=trips.fare
                    WITH c AS (SELECT fare FROM trips), d AS (SELECT fare AS e FROM c) SELECT e FROM d  | e=trips.fare
                    WITH trips AS (SELECT tip AS fare FROM trips) SELECT fare FROM trips                | fare=trips.tip
                    WITH c(a, b) AS (SELECT id, fare FROM trips) SELECT b FROM c                        | b=trips.fare
                    SELECT s.k FROM (SELECT fare FROM trips) AS s(k)                                    | k=trips.fare
                    SELECT fare FROM (FROM trips)                                                       | fare=trips.fare
                    SELECT (SELECT max(zone) FROM zones WHERE zones.zone_id = t.zone_id) AS z FROM trips t  | z=zones.zone
                    SELECT (SELECT t.fare) AS f FROM trips t                                            | f=trips.fare
                    SELECT zone_id IN (SELECT zone_id FROM zones) AS known FROM trips                   | known=trips.zone_id,zones.zone_id
                    SELECT fare FROM trips UNION ALL SELECT zone_id FROM zones                          | fare=trips.fare,zones.zone_id
                    SELECT fare AS a FROM trips UNION BY NAME SELECT zone AS b, 1 AS a FROM zones       | a=trips.fare b=zones.zone
                    SELECT fare FROM trips EXCEPT SELECT zone_id FROM zones                             | fare=trips.fare
                    SELECT * FROM (VALUES (1, 2)) AS v(a, b)                                            | a= b=
                    """)
    void readsQueriesWithinQueries(String sql, String expected) throws SQLException {
        assertThat(lineage(sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT * FROM zones                                      | zone_id=zones.zone_id zone=zones.zone borough=zones.borough
                    FROM zones                                               | zone_id=zones.zone_id zone=zones.zone borough=zones.borough
                    SELECT z.* FROM zones z, far                             | zone_id=zones.zone_id zone=zones.zone borough=zones.borough
                    SELECT * EXCLUDE (zone, borough) FROM zones              | zone_id=zones.zone_id
                    SELECT * REPLACE (upper(borough) AS zone) FROM zones     | zone_id=zones.zone_id zone=zones.borough borough=zones.borough
                    SELECT * FROM (SELECT zone_id, tip FROM trips) JOIN zones USING (zone_id) | zone_id=trips.zone_id tip=trips.tip zone=zones.zone borough=zones.borough
                    SELECT b.* FROM trips a JOIN (SELECT zone_id FROM zones) b USING (zone_id) | zone_id=zones.zone_id
                    """)
    void readsStarsOfKnownTables(String sql, String expected) throws SQLException {
        assertThat(lineage(sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT list_transform([fare], lambda v: v + tip) AS l FROM trips    | l=trips.fare,trips.tip
                    SELECT list_filter([fare], lambda tip: tip > 1) AS l FROM trips     | l=trips.fare
                    SELECT zone -> '$.a' AS j FROM zones                                | j=zones.zone
                    SELECT zone_id, max(tip), EXISTS (SELECT 1) AS e FROM trips GROUP BY 1 | zone_id=trips.zone_id ?=trips.tip e=?
                    SELECT n FROM (SELECT n, id FROM trips, (SELECT count(*) AS n FROM zones)) | n=
                    """)
    void readsWhatIsSpecial(String sql, String expected) throws SQLException {
        assertThat(lineage(sql)).isEqualTo(expected);
    }

    /** The columns of table far are not known to the reader. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM far",
                "SELECT far.* FROM far",
                "SELECT COLUMNS('z.*') FROM zones",
                "SELECT * RENAME (zone AS z) FROM zones",
                "SELECT s.* FROM far",
                "SELECT unnest(s) FROM far",
                "SELECT max(COLUMNS(*)) FROM zones",
                "PIVOT trips ON id IN (1, 2) USING sum(fare)",
                "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT * FROM r",
                "SELECT * FROM range(3)"
            })
    void doesNotGuessWhichColumnsThereAre(String sql) throws SQLException {
        run(sql.replace("SELECT s.* FROM far", "SELECT 1"));

        assertThat(ColumnLineage.of(tree(sql), ColumnLineageTest::known)).isInstanceOf(Outputs.NotKnown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT y FROM far JOIN (SELECT * FROM far2) f ON true",
                "SELECT fare AS y, y + 1 AS sum FROM trips, far",
                "SELECT q FROM (SELECT x, count(*) FROM far GROUP BY x)",
                "SELECT (SELECT y FROM far) AS z FROM far2",
                "SELECT x FROM far NATURAL JOIN trips",
                "SELECT #1 FROM trips",
                "SELECT $fare FROM trips"
            })
    void doesNotGuessWhoseColumnItIs(String sql) throws SQLException {
        Outputs outputs = ColumnLineage.of(tree(sql), ColumnLineageTest::known);

        assertThat(((Outputs.Known) outputs).columns().getLast().origin()).isInstanceOf(Origin.NotKnown.class);
    }

    @Test
    void saysWhatItDoesNotKnow() throws SQLException {
        assertThat(ColumnLineage.of(tree("SELECT * FROM far"), ColumnLineageTest::known))
                .isEqualTo(new Outputs.NotKnown("which columns far has"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "{\"error\":true}", "{\"error\":false,\"statements\":[{},{}]}"})
    void takesATreeThatIsNoneForUnknown(String tree) {
        assertThat(ColumnLineage.of(tree, ColumnLineageTest::known)).isInstanceOf(Outputs.NotKnown.class);
    }

    @Test
    void readsTreesWithoutTheirDefaults() throws SQLException {
        String sql = "SELECT z.*, t.fare AS f FROM trips t JOIN zones z USING (zone_id)";
        String brief =
                "SELECT json_serialize_sql(CAST(? AS VARCHAR), skip_default := true, skip_null := true, skip_empty := true)";

        assertThat(ColumnLineage.of(tree(brief, sql), ColumnLineageTest::known))
                .isEqualTo(ColumnLineage.of(tree(sql), ColumnLineageTest::known));
    }

    /** Writes {@code name=table.column,… name=…}, with ? for an unknown origin or a missing name. */
    private String lineage(String sql) throws SQLException {
        run(sql);
        return switch (ColumnLineage.of(tree(sql), ColumnLineageTest::known)) {
            case Outputs.NotKnown(var reason) -> reason;
            case Outputs.Known(var columns) ->
                columns.stream().map(ColumnLineageTest::words).collect(Collectors.joining(" "));
        };
    }

    private static String words(Output column) {
        return column.name().orElse("?") + "="
                + switch (column.origin()) {
                    case Origin.NotKnown _ -> "?";
                    case Origin.Columns(var columns) -> {
                        var names = new ArrayList<String>();
                        columns.forEach(each -> names.add(each.toString()));
                        yield String.join(",", names);
                    }
                };
    }

    private static Optional<List<String>> known(String table) {
        return Optional.ofNullable(TABLES.get(table.toLowerCase(Locale.ROOT)));
    }

    private String tree(String sql) throws SQLException {
        return tree("SELECT json_serialize_sql(CAST(? AS VARCHAR))", sql);
    }

    private String tree(String parse, String sql) throws SQLException {
        try (var statement = duckDb.prepareStatement(parse)) {
            statement.setString(1, sql);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = duckDb.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() {
        try {
            return DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
