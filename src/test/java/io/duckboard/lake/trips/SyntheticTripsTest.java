package io.duckboard.lake.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synthetic month has exactly the rows asked for, is the same for a seed, and looks like the sample. */
class SyntheticTripsTest {

    private static final int ROWS = 200_001;

    @TempDir
    Path workspace;

    @Test
    void hasExactlyTheRowsAskedFor() {
        for (long rows : List.of(1L, 7L, 29L, 12_345L, (long) ROWS)) {
            try (LoadDatabase database = LoadDatabase.in(workspace)) {
                assertThat(database.number("SELECT count(*) FROM (" + select(database, rows, 42) + ")"))
                        .isEqualTo(rows);
            }
        }
    }

    @Test
    void isTheSameForASeedHoweverManyThreadsDrawIt() {
        assertThat(fingerprint(42, 1)).isEqualTo(fingerprint(42, 4)).isNotEqualTo(fingerprint(43, 4));
    }

    @Test
    void spreadsOverAllDaysAsTheWeekdaysOfTheSampleDo() {
        try (LoadDatabase database = LoadDatabase.in(workspace)) {
            String trips = select(database, ROWS, 42);

            assertThat(database.rows("SELECT DISTINCT pickup_at::DATE FROM (" + trips + ")"))
                    .hasSize(30);
            assertThat(difference(database, trips, "isodow(pickup_at)")).isLessThan(0.005);
        }
    }

    @Test
    void hasTheSamplesZonesHoursAndFares() {
        try (LoadDatabase database = LoadDatabase.in(workspace)) {
            String trips = select(database, ROWS, 42);

            assertThat(difference(database, trips, "pickup_location_id")).isLessThan(0.02);
            assertThat(difference(database, trips, "hour(pickup_at)")).isLessThan(0.02);
            assertThat(difference(database, trips, "(fare_amount // 5)")).isLessThan(0.02);
            assertThat(database.number(
                            "SELECT pickup_location_id FROM (" + trips + ") GROUP BY 1 ORDER BY count(*) DESC"))
                    .isEqualTo(237);
            assertThat(Double.parseDouble(database.rows("SELECT avg(epoch(dropoff_at - pickup_at)) / (SELECT"
                                    + " avg(epoch(dropoff_at - pickup_at)) FROM sample) FROM (" + trips + ")")
                            .getFirst()
                            .getFirst()))
                    .isCloseTo(1, within(0.05));
        }
    }

    @Test
    void isNoMonthWithoutRows() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SyntheticTrips(0, 42));
    }

    /** Returns the largest difference between the shares of {@code group} here and in the sample. */
    private static double difference(LoadDatabase database, String trips, String group) {
        String shares = "SELECT %s AS part, count(*) / sum(count(*)) OVER () AS share FROM (%s) GROUP BY 1";
        return Double.parseDouble(database.rows(("SELECT max(abs(coalesce(a.share, 0) - coalesce(b.share, 0)))"
                                + " FROM (%s) a FULL JOIN (%s) b USING (part)")
                        .formatted(shares.formatted(group, trips), shares.formatted(group, "FROM sample")))
                .getFirst()
                .getFirst());
    }

    /** Returns a fingerprint of all rows that does not depend on their order. */
    private String fingerprint(long seed, int threads) {
        try (LoadDatabase database = LoadDatabase.in(workspace)) {
            database.run("SET threads = " + threads);
            return database.rows("SELECT sum(hash(t)::HUGEINT) FROM (" + select(database, ROWS, seed) + ") t")
                    .getFirst()
                    .getFirst();
        }
    }

    private static String select(LoadDatabase database, long rows, long seed) {
        return new SyntheticTrips(rows, seed)
                .prepare(database, LoadProgress.SILENT)
                .select();
    }
}
