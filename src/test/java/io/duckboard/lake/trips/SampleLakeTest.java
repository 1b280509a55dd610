package io.duckboard.lake.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample becomes a complete lake, or none at all. */
class SampleLakeTest {

    private LakeLocation.Folder lake;

    @BeforeEach
    void populate(@TempDir Path home) {
        lake = new LakeLocation.Folder(home.resolve("it's a lake"));
        new SampleLake(Clock.systemUTC()).populate(lake);
    }

    @Test
    void holdsTenThousandTripsOfThirtyDays() throws Exception {
        assertThat(
                        value(
                                "SELECT count(*) || ' ' || count(DISTINCT pickup_at::DATE) FROM '%s/dataset/taxi_2019_04.parquet'"))
                .isEqualTo("10000 30");
        assertThat(
                        value(
                                "SELECT count(*) || ' ' || count(DISTINCT date) FROM read_parquet('%s/partitioned/*/*.parquet', hive_partitioning = true)"))
                .isEqualTo("10000 30");
    }

    @Test
    void holdsTheZones() throws Exception {
        assertThat(
                        value(
                                "SELECT zone || ', ' || borough FROM '%s/reference/taxi_zones.parquet' WHERE location_id = 237"))
                .isEqualTo("Upper East Side South, Manhattan");
    }

    @Test
    void buildsTheDashboardsViewAndItsCopy() throws Exception {
        String top =
                "SELECT string_agg(location_id || '=' || counts, ' ') FROM (FROM '%s/dashboard/my_view.parquet' LIMIT 5)";

        assertThat(value(top)).isEqualTo("237=432 236=425 161=416 230=373 162=347");
        assertThat(value("SELECT count(*) FROM '%s/dashboard/my_view.parquet'")).isEqualTo("137");
        assertThat(lake.path()
                        .resolve(
                                table("top_pickup_locations").files().getFirst().path()))
                .hasSameBinaryContentAs(lake.path().resolve("dashboard/my_view.parquet"));
    }

    @Test
    void publishesACatalogOfFilesThatAreThere() throws IOException {
        Catalog catalog = catalog();

        assertThat(catalog.tables())
                .extracting(Catalog.Table::name, Catalog.Table::rows)
                .containsExactly(
                        tuple("trips", 10_000L),
                        tuple("trips_by_day", 10_000L),
                        tuple("zones", 265L),
                        tuple("top_pickup_locations", 137L));
        for (Catalog.Table table : catalog.tables()) {
            for (Catalog.File file : table.files()) {
                assertThat(lake.path().resolve(file.path())).hasSize(file.bytes());
            }
        }
    }

    @Test
    void describesEveryColumnWithTheTypeItHas() throws Exception {
        String described =
                "SELECT string_agg(column_name || ' ' || column_type, ', ') FROM (DESCRIBE FROM '%s/dataset/taxi_2019_04.parquet')";

        assertThat(value(described))
                .isEqualTo(String.join(
                        ", ",
                        table("trips").columns().stream()
                                .map(column -> column.name() + " " + column.type())
                                .toList()));
    }

    @Test
    void leavesNothingUnfinishedBehind() throws IOException {
        try (Stream<Path> staged = Files.list(lake.path().resolve("_duckboard/staging"))) {
            assertThat(staged).extracting(file -> file.getFileName().toString()).containsExactly(".lock");
        }
    }

    @Test
    void saysThatTheFolderCannotBeWritten(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("file"), "in the way");

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(
                        () -> new SampleLake(Clock.systemUTC()).populate(new LakeLocation.Folder(file.resolve("lake"))))
                .withMessageContaining("a file is in the way");
    }

    private Catalog catalog() throws IOException {
        return CatalogJson.read(Files.readAllBytes(lake.path().resolve(Catalog.FILE)));
    }

    private Catalog.Table table(String name) throws IOException {
        return catalog().tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String value(String sql) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(
                        sql.formatted(lake.path().toString().replace("'", "''")))) {
            result.next();
            return result.getString(1);
        }
    }
}
