package io.duckboard.lake.trips;

import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.lake.load.LoadDatabase;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.store.LakeStores;
import io.duckboard.lake.store.PublishBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.util.FileSystemUtils;

/**
 * Compares filling a folder lake with the synthetic month to DuckDB's two bare COPY statements of the same trips, from
 * a table in memory and with the same options. The two take turns, since the speed of a machine varies from minute to
 * minute. On shared machines the processor time, which is shown too, is the better measure.
 */
final class LoadBench {

    private static final long ROWS = 7_433_139;
    private static final int ROUNDS = 3;

    private final Path folder;

    private LoadBench(Path folder) {
        this.folder = folder;
    }

    /** @param arguments the folder to work in, and the JSON file to write */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        var report = new Report();
        new LoadBench(folder).run(report);
        PublishBench.measure(folder.resolve("publish"), report);
        report.write(Path.of(arguments[1]));
        // The S3 server's threads would outlive it.
        System.exit(0);
    }

    private void run(Report report) throws IOException {
        var bare = new Cost[ROUNDS];
        var load = new Cost[ROUNDS];
        try (LoadDatabase database = LoadDatabase.in(folder)) {
            String select = new SyntheticTrips(ROWS, 42)
                    .prepare(database, LoadProgress.SILENT)
                    .select();
            database.run("CREATE TABLE trips AS " + select);
            for (int round = 0; round < ROUNDS; round++) {
                bare[round] = Cost.of(() -> {
                    database.writeSmall("FROM trips", "bare.parquet");
                    database.writeSmall("SELECT *, pickup_at::DATE AS date FROM trips", "bare", "date");
                });
                load[round] = Cost.of(this::load);
                print("round " + (round + 1), bare[round], load[round]);
                FileSystemUtils.deleteRecursively(folder.resolve("bare"));
                FileSystemUtils.deleteRecursively(folder.resolve("lake"));
            }
        }
        print("medians", median(bare), median(load));
        report.times("two bare COPYs of 7.4 million trips", milliseconds(bare));
        report.times("populate a folder with them", milliseconds(load));
    }

    private static Samples milliseconds(Cost[] costs) {
        var samples = new Samples();
        Arrays.stream(costs).forEach(cost -> samples.add(cost.clock() * 1000));
        return samples;
    }

    private static void print(String what, Cost bare, Cost load) {
        System.out.printf(
                Locale.ROOT,
                "%s: two bare COPYs %.2f s (processor %.2f s), populate %.2f s (%.2f s), ratio %.2f (%.2f)%n",
                what,
                bare.clock(),
                bare.processor(),
                load.clock(),
                load.processor(),
                load.clock() / bare.clock(),
                load.processor() / bare.processor());
    }

    private void load() {
        try (LakeStore store = LakeStores.open(new LakeLocation.Folder(folder.resolve("lake")), Clock.systemUTC())) {
            new TripLoad(store, Clock.systemUTC(), LoadProgress.SILENT)
                    .load(new SyntheticTrips(ROWS, 42), Consent.GIVEN);
        }
    }

    private static Cost median(Cost[] costs) {
        return new Cost(median(costs, Cost::clock), median(costs, Cost::processor));
    }

    private static double median(Cost[] costs, ToDoubleFunction<Cost> seconds) {
        return Arrays.stream(costs).mapToDouble(seconds).sorted().toArray()[costs.length / 2];
    }

    /** Seconds by the clock, and seconds of this process on all processors. */
    private record Cost(double clock, double processor) {

        static Cost of(Runnable work) {
            long start = System.nanoTime();
            Duration before = used();
            work.run();
            return new Cost(
                    (System.nanoTime() - start) / 1e9, used().minus(before).toMillis() / 1e3);
        }

        private static Duration used() {
            return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }
}
