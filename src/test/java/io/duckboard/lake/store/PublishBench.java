package io.duckboard.lake.store;

import io.duckboard.engine.bench.Report;
import io.duckboard.engine.bench.Samples;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.catalog.store.Published;
import io.duckboard.engine.testing.Fault;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.lake.store.LakeStore.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Compares publishing a year of partitions on S3, first and once more over the first, with the bare uploads of the same
 * files, ten at a time as AWS's command does it. The store, in this process, waits before each answer. The three take
 * turns.
 */
public final class PublishBench {

    private static final int PARTITIONS = 365;
    private static final int BYTES = 20_000;
    private static final int AWS_AT_ONCE = 10;
    private static final int ROUNDS = 5;
    private static final long LATENCY_MS = 15;
    private static final double SECONDS_WANTED = 2;

    private final Path folder;
    private final S3Server server = new S3Server();

    private PublishBench(Path folder) {
        this.folder = folder;
    }

    /** @param folder to work in */
    public static void measure(Path folder, Report report) throws Exception {
        var bench = new PublishBench(Files.createDirectories(folder));
        try {
            bench.run(report);
        } finally {
            bench.server.close();
        }
    }

    private void run(Report report) throws Exception {
        server.upload(Files.createDirectories(folder.resolve("empty")), "bucket");
        server.network().spoilAll("/", new Fault.Meanwhile(PublishBench::delay));
        var bare = new Samples();
        var first = new Samples();
        var again = new Samples();
        for (int round = -1; round < ROUNDS; round++) {
            double uploads = time(bareUploads("bare/" + round));
            var lake = new LakeLocation.Bucket("bucket", "lake/" + round);
            double load = time(load(lake));
            double reload = time(load(lake));
            if (round >= 0) {
                bare.add(uploads);
                first.add(load);
                again.add(reload);
            }
        }
        String files = PARTITIONS + " partitions on S3, " + LATENCY_MS + " ms a request: ";
        report.times(files + "uploads alone", bare);
        report.atMost(SECONDS_WANTED * 1000, files + "published", first.median(), "ms", Report.spread(first));
        report.atMost(SECONDS_WANTED * 1000, files + "published anew", again.median(), "ms", Report.spread(again));
    }

    private static void delay() {
        try {
            // Nothing counts this latch down: its wait is the latency.
            boolean _ = new CountDownLatch(1).await(LATENCY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private List<Path> files(Path in) throws IOException {
        for (int day = 0; day < PARTITIONS; day++) {
            Files.write(in.resolve("day-" + day), new byte[BYTES]);
        }
        return IntStream.range(0, PARTITIONS)
                .mapToObj(day -> in.resolve("day-" + day))
                .toList();
    }

    private Work bareUploads(String prefix) throws IOException {
        List<Path> files = files(Files.createDirectories(folder.resolve("bare")));
        return () -> {
            try (S3Client s3 = S3Clients.open(new S3Environment(server.environment()));
                    var threads = Executors.newFixedThreadPool(AWS_AT_ONCE)) {
                List<Future<String>> puts = files.stream()
                        .map(file -> threads.submit(() -> s3.putObject(
                                        put -> put.bucket("bucket").key(prefix + "/" + file.getFileName()), file)
                                .eTag()))
                        .toList();
                for (Future<String> put : puts) {
                    String _ = put.get();
                }
            }
        };
    }

    /** All that a load does with its files once they are made. */
    private Work load(LakeLocation lake) throws IOException {
        List<Path> files = files(Files.createDirectories(folder.resolve("made")));
        return () -> {
            try (LakeStore store = LakeStores.open(lake, folder, server.environment(), Clock.systemUTC())) {
                Optional<Published> before = store.published();
                UUID run = RandomName.make();
                List<Catalog.File> put = store.put(uploads(files, run), run, bytes -> {});
                Catalog.Table table = table(put);
                if (!store.list(List.of("dataset", "models", "partitioned", "reference"))
                        .containsAll(put)) {
                    throw new IllegalStateException("The files are not there.");
                }
                Ownership own = store.ownership(before);
                Catalog next = before.isEmpty()
                        ? new Catalog(List.of(table))
                        : before.get()
                                .catalog()
                                .replacedBy(
                                        List.of(table),
                                        file -> own.passes(file.path()),
                                        Clock.systemUTC().instant());
                store.publish(next, before);
            }
        };
    }

    private static List<Upload> uploads(List<Path> files, UUID run) {
        LocalDate first = LocalDate.of(2019, 1, 1);
        return IntStream.range(0, files.size())
                .mapToObj(day -> new Upload(
                        files.get(day), "partitioned/date=" + first.plusDays(day) + "/data_0." + run + ".parquet"))
                .toList();
    }

    private static Catalog.Table table(List<Catalog.File> files) {
        return new Catalog.Table(
                "trips_by_day",
                Catalog.Kind.DATASET,
                files,
                List.of("date"),
                List.of(new Catalog.Field("id", "BIGINT", "")),
                PARTITIONS,
                Clock.systemUTC().instant(),
                List.of());
    }
}
