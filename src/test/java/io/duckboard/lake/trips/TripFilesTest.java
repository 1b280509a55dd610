package io.duckboard.lake.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.testing.DuckDb;
import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.store.LakeStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The TLC's files become the lake's trips. Input that is not a month of trips changes nothing. */
class TripFilesTest {

    /** The columns of the TLC's current files: codes as numbers, new columns, names in a different case. */
    private static final String TODAYS = """
            SELECT 2::INTEGER AS "VendorID", t AS tpep_pickup_datetime, t + INTERVAL 9 MINUTE AS tpep_dropoff_datetime,
              1::DOUBLE AS passenger_count, 2.5 AS trip_distance, 1.0::DOUBLE AS "RatecodeID", 'N' AS store_and_fwd_flag,
              237 AS "PULocationID", 236 AS "DOLocationID", 1::BIGINT AS payment_type, 12.5 AS fare_amount, 0.5 AS extra,
              0.5 AS mta_tax, 1.0 AS tip_amount, 0.0 AS tolls_amount, 0.3 AS improvement_surcharge, 14.8 AS total_amount,
              2.5 AS "Congestion_Surcharge", 0.0 AS "Airport_fee", 0.75 AS cbd_congestion_fee
            FROM (SELECT TIMESTAMP '%s' + to_minutes(range) AS t FROM range(%d))""";

    @TempDir
    Path folder;

    @TempDir
    Path root;

    @BeforeEach
    void fillTheLake() {
        new SampleLake(Clock.systemUTC()).populate(new LakeLocation.Folder(root));
    }

    @Test
    void mapsTheNamesAndTypesOfTodaysFiles() throws IOException {
        Path file = parquet("yellow_tripdata_2019-04.parquet", TODAYS.formatted("2019-04-30 20:00:00", 300));

        Loaded loaded = load(Optional.empty(), file);

        assertThat(loaded.month()).isEqualTo(YearMonth.of(2019, 4));
        assertThat(loaded.rows()).isEqualTo(240);
        assertThat(loaded.dropped()).isEqualTo(60);
        assertThat(loaded.leftOut()).containsExactly("Airport_fee", "cbd_congestion_fee");
        assertThat(loaded.lacking()).isEmpty();
        assertThat(DuckDb.rows(
                        "SELECT DISTINCT vendor_id, passenger_count, rate_code_id, pickup_location_id, payment_type,"
                                + " congestion_surcharge FROM '" + trips() + "'"))
                .containsExactly(List.of("2", "1", "1", "237", "1", "2.5"));
        assertThat(DuckDb.rows("SELECT column_name, column_type FROM (DESCRIBE FROM '" + trips() + "')"))
                .isEqualTo(TripSchema.COLUMNS.stream()
                        .map(column -> List.of(column.name(), column.type()))
                        .toList());
    }

    @Test
    void putsFilesTogetherWhereColumnsLack() throws IOException {
        Path one = parquet(
                "a.parquet",
                "SELECT * EXCLUDE (\"Congestion_Surcharge\") FROM (" + TODAYS.formatted("2018-07-01", 10) + ")");
        Path other = Files.writeString(folder.resolve("b.csv"), """
                pickup_datetime,dropoff_datetime,pickup_location_id,dropoff_location_id,rate_code_id
                2018-07-02 10:00:00,2018-07-02 10:10:00,1,2,1.0
                """);

        Loaded loaded = load(Optional.empty(), one, other);

        assertThat(loaded.month()).isEqualTo(YearMonth.of(2018, 7));
        assertThat(loaded.rows()).isEqualTo(11);
        assertThat(loaded.lacking()).contains("congestion_surcharge", "fare_amount");
        assertThat(DuckDb.rows("SELECT rate_code_id, count(*), count(fare_amount) FROM '" + trips() + "' GROUP BY 1"))
                .containsExactly(List.of("1", "11", "10"));
    }

    @Test
    void takesTheMonthThatIsNamed() throws IOException {
        Path file = parquet("yellow_tripdata_2019-04.parquet", TODAYS.formatted("2019-04-30 20:00:00", 300));

        assertThat(load(Optional.of(YearMonth.of(2019, 5)), file).rows()).isEqualTo(60);
    }

    @Test
    void refusesWithoutTouchingTheLake() throws IOException {
        Path whole = parquet("whole.parquet", TODAYS.formatted("2019-04-01", 1000));
        byte[] bytes = Files.readAllBytes(whole);
        Path random =
                Files.write(folder.resolve("random.parquet"), new byte[] {0, 1, 2, 3, (byte) 0xff, (byte) 0xfe, 0, 9});
        Path torn = Files.write(folder.resolve("torn.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
        Path inside = Files.write(folder.resolve("inside.parquet"), spoilt(bytes));
        Path page = Files.writeString(folder.resolve("page.csv"), "<html><body>Not found</body></html>");
        Path others = parquet("others.parquet", "SELECT 1 AS a, 2 AS b");
        Path text = Files.writeString(
                folder.resolve("text.csv"),
                "pickup_datetime,dropoff_datetime,pickup_location_id,dropoff_location_id\n2019-04-02,2019-04-02,many,1\n");
        Path months = parquet("trips_2019-05.parquet", TODAYS.formatted("2019-04-01", 1));
        Map<Path, String> before = contents();

        assertRefused("without its end", torn);
        assertRefused("random.parquet", random);
        assertRefused("inside.parquet", inside);
        assertRefused("it lacks pickup_at, dropoff_at", page);
        assertRefused("it lacks pickup_at, dropoff_at", others);
        assertRefused("many", text);
        assertRefused("There is no file", folder.resolve("none.parquet"));
        assertRefused("There are no trips of 2019-05", months);
        assertRefused("of several months", months, parquet("trips_2019-06.parquet", TODAYS.formatted("2019-06-01", 1)));

        assertThat(contents()).isEqualTo(before);
    }

    private void assertRefused(String sentence, Path... files) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> load(Optional.empty(), files))
                .withMessageContaining(sentence)
                .satisfies(failure ->
                        assertThat(failure.getMessage() + failure.hint()).doesNotContain("\n"));
    }

    private Loaded load(Optional<YearMonth> month, Path... files) {
        try (LakeStore store = LakeStores.open(new LakeLocation.Folder(root), Clock.systemUTC())) {
            List<String> places = List.of(files).stream().map(Path::toString).toList();
            return new TripLoad(store, Clock.systemUTC(), LoadProgress.SILENT)
                    .load(new TripFiles(places, month), Consent.GIVEN);
        }
    }

    private Path trips() {
        try (LakeStore store = LakeStores.open(new LakeLocation.Folder(root), Clock.systemUTC())) {
            return root.resolve(store.published()
                    .orElseThrow()
                    .catalog()
                    .tables()
                    .getFirst()
                    .files()
                    .getFirst()
                    .path());
        }
    }

    private Path parquet(String name, String select) {
        Path file = folder.resolve(name);
        try (LoadDatabase database = LoadDatabase.in(folder)) {
            database.run("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    private static byte[] spoilt(byte[] bytes) {
        byte[] spoilt = bytes.clone();
        Arrays.fill(spoilt, 4, bytes.length - 4, (byte) 'x');
        return spoilt;
    }

    /** Returns every file of the lake with its content. */
    private Map<Path, String> contents() throws IOException {
        var contents = new TreeMap<Path, String>();
        var files = new ArrayList<Path>();
        try (var walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            contents.put(file, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return contents;
    }
}
