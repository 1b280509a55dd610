package io.duckboard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.testing.BuiltHttpfs;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.lake.trips.SampleLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB in this process reads the lake's own files, in a folder and on S3. */
@Tag("s3")
class LocalDuckDbTest {

    @TempDir
    private Path folder;

    private LakeLocation.Folder lake;

    @BeforeEach
    void populate() throws IOException {
        lake = new LakeLocation.Folder(folder.resolve("lake"));
        new SampleLake(Clock.systemUTC()).populate(lake);
    }

    @Test
    void readsAFolder() throws Exception {
        try (var duckdb = LocalDuckDb.over(lake, Map.of())) {
            assertThat(duckdb.trips()).isEqualTo(10_000);
            assertThat(duckdb.knownTrips()).isEqualTo(10_000);
            assertThat(duckdb.tripsByZone()).isNotEmpty();
        }
    }

    @Test
    void readsABucket() throws Exception {
        try (var s3 = new S3Server().upload(lake.path(), "bucket/one");
                var here = LocalDuckDb.over(lake, Map.of());
                var there = LocalDuckDb.over(LakeLocation.parse("s3://bucket/one"), environment(s3))) {
            assertThat(there.trips()).isEqualTo(10_000);
            assertThat(there.tripsByZone()).isEqualTo(here.tripsByZone());
        }
    }

    @Test
    void saysThatThereIsNoLake() {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> LocalDuckDb.over(new LakeLocation.Folder(folder.resolve("none")), Map.of()))
                .withMessageContaining("no catalog")
                .satisfies(e -> assertThat(e.hint()).contains("duckboard lake populate"));
    }

    private static Map<String, String> environment(S3Server s3) {
        var environment = new HashMap<>(s3.environment());
        environment.put("DUCKBOARD_HTTPFS", BuiltHttpfs.file().toString());
        return environment;
    }
}
