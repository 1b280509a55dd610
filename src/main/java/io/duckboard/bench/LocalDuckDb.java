package io.duckboard.bench;

import io.duckboard.client.mapreduce.TripsByZone;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.sql.Quoted;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** DuckDB in this process, reading the same files of the lake's table trips. */
public final class LocalDuckDb implements Mode, AutoCloseable {

    private static final String POPULATE = "Load it: duckboard lake populate.";

    private final Connection duckdb;
    private final long knownTrips;

    private LocalDuckDb(Connection duckdb, long knownTrips) {
        this.duckdb = duckdb;
        this.knownTrips = knownTrips;
    }

    /**
     * Opens DuckDB and reads the lake's catalog.
     *
     * @param environment AWS's standard variables, and DUCKBOARD_HTTPFS, for a lake on S3
     * @throws FailureException if there is no lake, or it has no table trips
     */
    public static LocalDuckDb over(LakeLocation lake, Map<String, String> environment) {
        try {
            Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement sql = duckdb.createStatement()) {
                // The engine has the same setting.
                sql.execute("SET parquet_metadata_cache = true");
                if (lake instanceof LakeLocation.Bucket bucket) {
                    for (String statement : LocalS3.statements(bucket, environment)) {
                        sql.execute(statement);
                    }
                }
                Catalog.Table trips = trips(sql, lake);
                String files = trips.files().stream()
                        .map(file -> Quoted.literal(lake + "/" + file.path()))
                        .collect(Collectors.joining(", "));
                sql.execute("CREATE VIEW trips AS FROM read_parquet([" + files + "], hive_partitioning = false)");
                return new LocalDuckDb(duckdb, trips.rows());
            } catch (SQLException | FailureException e) {
                duckdb.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new FailureException("The lake " + lake + " has no catalog that can be read.", POPULATE, e);
        }
    }

    @Override
    public String name() {
        return "local DuckDB";
    }

    /** Returns the number of trips according to the catalog, or 0 if the catalog does not know it. */
    public long knownTrips() {
        return knownTrips;
    }

    @Override
    public List<List<String>> tripsByZone() {
        return rows(TripsByZone.SINGLE);
    }

    @Override
    public long trips() {
        return Long.parseLong(rows("SELECT COUNT(*) FROM trips").getFirst().getFirst());
    }

    @Override
    public void close() throws SQLException {
        duckdb.close();
    }

    private List<List<String>> rows(String query) {
        try (Statement sql = duckdb.createStatement();
                ResultSet result = sql.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(result.getObject(column)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new FailureException(
                    "Local DuckDB failed: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    POPULATE,
                    e);
        }
    }

    private static Catalog.Table trips(Statement sql, LakeLocation lake) throws SQLException {
        String catalog = "SELECT content FROM read_text(" + Quoted.literal(lake + "/" + Catalog.FILE) + ")";
        try (ResultSet content = sql.executeQuery(catalog)) {
            content.next();
            return CatalogJson.read(content.getString(1).getBytes(StandardCharsets.UTF_8)).tables().stream()
                    .filter(table -> table.name().equals("trips"))
                    .findFirst()
                    .orElseThrow(() -> new FailureException("The lake " + lake + " has no table trips.", POPULATE));
        } catch (IllegalArgumentException e) {
            throw new FailureException("The lake " + lake + " has no catalog that can be read.", POPULATE, e);
        }
    }
}
