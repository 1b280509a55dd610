package io.duckboard.lake.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.testing.Fault;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.lake.load.LoadProgress;
import io.duckboard.lake.store.LakeStore;
import io.duckboard.lake.store.LakeStores;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A load that is killed leaves either the old tables or the new ones, and the next load finishes. */
@Tag("process")
@Tag("s3")
class KilledLoadTest {

    private static final List<String> LOAD = List.of("lake", "populate", "synthetic", "--rows", "150000", "--yes");

    @TempDir
    Path home;

    /**
     * Kills the load while it writes the one file, while it writes the days' files, and when the first of them is in
     * place.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "_duckboard/staging/load-[^/]+/trips.parquet",
                "_duckboard/staging/load-[^/]+/by_day/date=2019-04-1.*",
                "dataset/taxi_2019_04[.].{36}[.]parquet"
            })
    void inAFolder(String killedWhenThereIs) throws Exception {
        Path root = home.resolve("lake");
        var lake = new LakeLocation.Folder(root);
        new SampleLake(Clock.systemUTC()).populate(lake);

        Process load = start(root.toString(), Map.of());
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(60))
                .until(() -> !load.isAlive() || paths(root).anyMatch(path -> path.matches(killedWhenThereIs)));
        load.destroyForcibly().waitFor();
        assertThat(load.exitValue()).as("killed by SIGKILL").isEqualTo(137);

        assertOldOrNew(lake, Map.of());
        assertThat(start(root.toString(), Map.of()).waitFor()).isZero();
        assertThat(rows(lake, Map.of())).containsOnly(150_000L);
        try (Stream<Path> staged = Files.list(root.resolve("_duckboard/staging"))) {
            assertThat(staged).extracting(file -> file.getFileName().toString()).containsExactly(".lock");
        }
    }

    /** Kills the load while it uploads files, and while it publishes the catalog. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT /bucket/lake/partitioned", "PUT /bucket/lake/catalog.json"})
    void inABucket(String killedAt) throws Exception {
        try (S3Server server = new S3Server()) {
            var lake = new LakeLocation.Bucket("bucket", "lake");
            server.upload(Files.createDirectories(home.resolve("empty")), "bucket");
            try (LakeStore store = LakeStores.open(lake, home, server.environment(), Clock.systemUTC())) {
                new TripLoad(store, Clock.systemUTC(), LoadProgress.SILENT).load(new SampleTrips(), Consent.GIVEN);
            }
            var load = new CompletableFuture<Process>();
            server.network()
                    .spoil(killedAt, 1, new Fault.Meanwhile(() -> load.join().destroyForcibly()));
            load.complete(start(lake.toString(), server.environment()));
            assertThat(load.join().waitFor()).as("killed by SIGKILL").isEqualTo(137);
            server.network().calm();

            assertOldOrNew(lake, server.environment());
            assertThat(start(lake.toString(), server.environment()).waitFor()).isZero();
            assertThat(rows(lake, server.environment())).containsOnly(150_000L);
            try (Stream<Path> staged = Files.list(home.resolve("_duckboard/staging"))) {
                assertThat(staged)
                        .extracting(file -> file.getFileName().toString())
                        .containsExactly(".lock");
            }
        }
    }

    @Test
    void theFirstLoadOfAnEmptyLake() throws Exception {
        Path root = home.resolve("lake");
        var lake = new LakeLocation.Folder(root);
        Process load = start(root.toString(), Map.of());
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(60))
                .until(() -> !load.isAlive() || Files.exists(root.resolve("dataset/taxi_2019_04.parquet")));
        load.destroyForcibly().waitFor();

        assertThat(start(root.toString(), Map.of()).waitFor()).isZero();
        assertThat(rows(lake, Map.of())).containsOnly(150_000L);
    }

    /** Asserts that both trips tables have the rows of one load, and that all files exist as the catalog says. */
    private void assertOldOrNew(LakeLocation lake, Map<String, String> environment) {
        assertThat(rows(lake, environment)).isIn(List.of(10_000L, 10_000L), List.of(150_000L, 150_000L));
    }

    private List<Long> rows(LakeLocation lake, Map<String, String> environment) {
        try (LakeStore store = LakeStores.open(lake, home, environment, Clock.systemUTC())) {
            List<Catalog.Table> tables =
                    store.published().orElseThrow().catalog().tables();
            assertThat(store.list(""))
                    .containsAll(tables.stream()
                            .flatMap(table -> table.files().stream())
                            .toList());
            return tables.stream()
                    .filter(table -> table.name().startsWith("trips"))
                    .map(Catalog.Table::rows)
                    .toList();
        }
    }

    private Process start(String lake, Map<String, String> environment) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.library.path=" + System.getProperty("java.library.path"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.duckboard.cli.Main"));
        command.addAll(LOAD);
        command.addAll(List.of("--lake", lake, "--home", home.toString()));
        var process = new ProcessBuilder(command)
                .redirectError(home.resolve("log").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().putAll(environment);
        return process.start();
    }

    private static Stream<String> paths(Path root) throws IOException {
        var found = new ArrayList<String>();
        for (String folder : List.of("_duckboard/staging", "dataset")) {
            Files.walkFileTree(root.resolve(folder), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(root.relativize(file).toString());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return found.stream();
    }
}
