package io.duckboard.transform.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Columns are followed through all models, down to the sources. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceLineageTest {

    private static final Map<String, List<String>> IN_LAKE =
            Map.of("trips", List.of("zone", "fare"), "totals", List.of("sum(fare)", "zone"));

    private final Connection duckDb = connect();

    @AfterAll
    void close() throws SQLException {
        duckDb.close();
    }

    @Test
    void goesThroughModelsThatAreNotBuiltYet() {
        Outputs lineage = of(
                "top",
                Map.of(
                        "counted", "SELECT zone, count(*) AS n, sum(fare) AS fares FROM trips GROUP BY ALL",
                        "top", "SELECT *, fares / n AS mean FROM counted"));

        assertThat(lineage)
                .isEqualTo(new Outputs.Known(List.of(
                        column("zone", "trips.zone"),
                        column("n"),
                        column("fares", "trips.fare"),
                        column("mean", "trips.fare"))));
    }

    @Test
    void namesColumnsAsTheLakeDoes() {
        Outputs lineage = of("totals", Map.of("totals", "SELECT sum(fare), zone FROM trips GROUP BY ALL"));

        assertThat(lineage)
                .isEqualTo(new Outputs.Known(List.of(column("sum(fare)", "trips.fare"), column("zone", "trips.zone"))));
    }

    @Test
    void doesNotKnowWhatAModelInBetweenHides() {
        Outputs lineage = of(
                "top",
                Map.of("hidden", "SELECT * FROM range(3)", "top", "SELECT hidden.range AS n, zone FROM hidden, trips"));

        assertThat(((Outputs.Known) lineage).columns())
                .extracting(output -> output.origin().getClass().getSimpleName())
                .containsExactly("NotKnown", "Columns");
    }

    @Test
    void endsWhereAModelReadsATableOfItsOwnName() {
        Outputs lineage = of("trips2", Map.of("trips2", "SELECT zone FROM trips2"));

        assertThat(((Outputs.Known) lineage).columns().getFirst().origin()).isInstanceOf(Origin.NotKnown.class);
    }

    private Outputs of(String model, Map<String, String> models) {
        var lineage = new SourceLineage(
                table -> Optional.ofNullable(models.get(table)).map(this::tree),
                table -> Optional.ofNullable(IN_LAKE.get(table)));
        return lineage.of(model, tree(models.getOrDefault(model, "")));
    }

    /** @param columns columns of trips, with the table's name before them */
    private static Output column(String name, String... columns) {
        return new Output(
                Optional.of(name),
                new Origin.Columns(List.of(columns).stream()
                        .map(column -> new SourceColumn("trips", column.substring("trips.".length())))
                        .toList()));
    }

    private String tree(String sql) {
        try (var statement = duckDb.prepareStatement("SELECT json_serialize_sql(CAST(? AS VARCHAR))")) {
            statement.setString(1, sql);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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
