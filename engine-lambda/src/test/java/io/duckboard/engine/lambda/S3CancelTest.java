package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.lake.CancelMarkers;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.SlowQueries;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query over a lake on S3 is cancelled through a marker in the lake. */
@Tag("s3")
class S3CancelTest {

    private static final UUID QUERY = UUID.fromString("7d1fbc0e-5a0c-4a4b-9f2e-3f1f0e9a1c55");
    private static final UUID OTHER = UUID.fromString("11111111-5a0c-4a4b-9f2e-3f1f0e9a1c55");

    @TempDir
    private Path temporary;

    private S3Server s3;
    private EngineSettings settings;

    @BeforeEach
    void open(@TempDir Path folder) {
        s3 = new S3Server();
        s3.upload(new TestLake(folder).table("numbers", "SELECT 1 AS n").root(), "lake/one");
        settings = S3Engine.settings(s3, "s3://lake/one", temporary);
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void seesTheMarkerThatAnotherFunctionLeft() throws LakeException {
        markers().cancel(QUERY);

        assertThat(markers().isCancelled(QUERY)).isTrue();
        assertThat(markers().isCancelled(OTHER)).isFalse();
    }

    @Test
    void endsARunningQuery() throws LakeException {
        var engine = new InProcess(settings);
        var answer = CompletableFuture.supplyAsync(
                () -> engine.ask(Query.of(SlowQueries.INTERRUPTIBLE.getFirst()).queryId(QUERY)));

        markers().cancel(QUERY);

        assertThat(answer)
                .succeedsWithin(Duration.ofSeconds(30))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo(ErrorCode.CANCELLED));
    }

    @Test
    void saysThatTheMarkerCannotBeWritten() {
        s3.close();

        assertThatExceptionOfType(LakeException.class)
                .isThrownBy(() -> markers().cancel(QUERY))
                .satisfies(refusal -> assertThat(refusal.problem().message()).contains("cannot be cancelled"));
        assertThat(markers().isCancelled(QUERY)).isFalse();
    }

    /** Each as if in a separate process. */
    private CancelMarkers markers() {
        return settings.cancelMarkers(Clock.systemUTC());
    }
}
