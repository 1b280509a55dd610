package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.testing.BuiltHttpfs;
import io.duckboard.engine.testing.Fault;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * During the update of a stack, a cancel reaches queries of both the old and the new functions; later it leaves one
 * marker.
 */
@Tag("s3")
class OldMarkersTest {

    private static final Instant UNTIL = Instant.parse("2026-11-29T09:00:00Z");
    private static final UUID QUERY = UUID.fromString("7d1fbc0e-5a0c-4a4b-9f2e-3f1f0e9a1c55");
    private static final String MARKER = "lake/one/_duckboard/control/" + QUERY;
    private static final String OLD_MARKER = "lake/one/control/" + QUERY;
    private static final String ACCEPTED = "{\"cancelled\":\"accepted\"}";

    private final S3Server s3 = new S3Server();

    @BeforeEach
    void fill(@TempDir Path folder) {
        s3.upload(new TestLake(folder).table("numbers", "SELECT 1 AS n").root(), "lake/one");
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    @Test
    void areLeftBesideTheNewUntilTheInstant() throws IOException {
        assertThat(cancel(UNTIL.minusMillis(1), UNTIL.toString())).isEqualTo(ACCEPTED);

        assertThat(s3.has(MARKER)).isTrue();
        assertThat(s3.has(OLD_MARKER)).isTrue();
    }

    @Test
    void areNotLeftFromTheInstantOn() throws IOException {
        assertThat(cancel(UNTIL, UNTIL.toString())).isEqualTo(ACCEPTED);

        assertThat(s3.has(MARKER)).isTrue();
        assertThat(s3.has(OLD_MARKER)).isFalse();
    }

    @Test
    void areNotLeftWhereThereWereNoOldFunctions() throws IOException {
        assertThat(cancel(UNTIL.minusMillis(1), "")).isEqualTo(ACCEPTED);

        assertThat(s3.has(MARKER)).isTrue();
        assertThat(s3.has(OLD_MARKER)).isFalse();
    }

    @Test
    void failNoCancelWhereTheyCannotBeWritten() throws IOException {
        s3.network().spoilAll(" /lake/one/control/", new Fault.Refusal(403, "", "AccessDenied"));

        assertThat(cancel(UNTIL.minusMillis(1), UNTIL.toString())).isEqualTo(ACCEPTED);

        assertThat(s3.has(MARKER)).isTrue();
        assertThat(s3.has(OLD_MARKER)).isFalse();
    }

    @Test
    void areNoCancelWhereTheNewCannotBeWritten() throws IOException {
        s3.network().spoilAll("_duckboard/control/", new Fault.Refusal(403, "", "AccessDenied"));

        assertThat(cancel(UNTIL.minusMillis(1), UNTIL.toString())).contains("LAKE_UNAVAILABLE");
    }

    private String cancel(Instant now, String until) throws IOException {
        var environment = new HashMap<>(s3.environment());
        environment.put("DUCKBOARD_LAKE", "s3://lake/one");
        environment.put("DUCKBOARD_HTTPFS", BuiltHttpfs.file().toString());
        environment.put("DUCKBOARD_OLD_MARKERS_UNTIL", until);
        var answer = new ByteArrayOutputStream();
        new ControlHandler(environment, Clock.fixed(now, ZoneOffset.UTC))
                .handleRequest(
                        new ByteArrayInputStream(("{\"cancel\": \"" + QUERY + "\"}").getBytes(StandardCharsets.UTF_8)),
                        answer,
                        new Log().context());
        return answer.toString(StandardCharsets.UTF_8);
    }
}
