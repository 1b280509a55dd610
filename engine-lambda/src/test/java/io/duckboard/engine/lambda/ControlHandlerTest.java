package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.lake.FolderCancelMarkers;
import io.duckboard.engine.lake.LakeException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Control answers at once and runs nothing. */
class ControlHandlerTest {

    private static final UUID QUERY = UUID.fromString("7d1fbc0e-5a0c-4a4b-9f2e-3f1f0e9a1c55");

    @TempDir
    Path lake;

    @Test
    void answersAPing() throws IOException {
        assertThat(send("{\"ping\": true}")).isEqualTo("{\"pong\":true,\"format\":3}");
    }

    @Test
    void sendsAQueryToTheRightFunction() throws IOException {
        assertThat(send("{\"q\": \"SELECT 1\"}")).contains("INVALID_REQUEST").contains("duckboard-query");
    }

    @Test
    void saysWhatItExpects() throws IOException {
        assertThat(send("{}")).contains("INVALID_REQUEST");
    }

    @Test
    void leavesAMarkerForTheQuery() throws IOException {
        assertThat(send("{\"cancel\": \"" + QUERY + "\"}")).isEqualTo("{\"cancelled\":\"accepted\"}");
        assertThat(lake.resolve("_duckboard/control/" + QUERY)).exists();
    }

    @Test
    void removesMarkersThatNoQueryCanWaitForAnyMore() throws IOException {
        Path old = marker("11111111-5a0c-4a4b-9f2e-3f1f0e9a1c55", Duration.ofMinutes(61));
        Path young = marker("22222222-5a0c-4a4b-9f2e-3f1f0e9a1c55", Duration.ofMinutes(59));

        send("{\"cancel\": \"" + QUERY + "\"}");

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void leavesWhatItHasNotWrittenWhateverItIsCalled() throws IOException {
        Path named = strangers("11111111-5a0c-4a4b-9f2e-3f1f0e9a1c55");
        Path table = strangers("batches.parquet");
        Path asked = strangers(QUERY.toString());

        send("{\"cancel\": \"" + QUERY + "\"}");
        send("{\"cancel\": \"22222222-5a0c-4a4b-9f2e-3f1f0e9a1c55\"}");

        assertThat(named).hasContent("theirs");
        assertThat(table).hasContent("theirs");
        assertThat(asked).hasContent("theirs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"../../x\"",
                "\"1-1-1-1-1\"",
                "\"7D1FBC0E-5A0C-4A4B-9F2E-3F1F0E9A1C55\"",
                "\"7d1fbc0e-5a0c-4a4b-9f2e-3f1f0e9a1c5/\"",
                "\"\"",
                "7",
                "true",
                "null",
                "[]"
            })
    void refusesWhatIsNoQueryId(String id) throws IOException {
        assertThat(send("{\"cancel\": " + id + "}")).contains("INVALID_REQUEST").contains("UUID");
        assertThat(lake.resolve("_duckboard/control")).doesNotExist();
    }

    @Test
    void saysThatTheMarkerCannotBeWritten() throws IOException {
        Files.createFile(lake.resolve("_duckboard"));

        assertThat(send("{\"cancel\": \"" + QUERY + "\"}"))
                .contains("LAKE_UNAVAILABLE")
                .doesNotContain(lake.toString());
    }

    @Test
    void leavesNoMarkerInAFolderOfItsOwners() throws IOException {
        var environment =
                Map.of("DUCKBOARD_LAKE", lake.toString(), "DUCKBOARD_OLD_MARKERS_UNTIL", "2999-01-01T00:00:00Z");

        send(new ControlHandler(environment), "{\"cancel\": \"" + QUERY + "\"}");

        assertThat(lake.resolve("_duckboard/control/" + QUERY)).exists();
        assertThat(lake.resolve("control")).doesNotExist();
    }

    @Test
    void refusesAnInstantThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ControlHandler(
                        Map.of("DUCKBOARD_LAKE", lake.toString(), "DUCKBOARD_OLD_MARKERS_UNTIL", "tomorrow")))
                .withMessageContaining("DUCKBOARD_OLD_MARKERS_UNTIL is no instant: 'tomorrow'");
    }

    private Path marker(String id, Duration age) {
        var markers =
                new FolderCancelMarkers(new LakeLocation.Folder(lake), Clock.offset(Clock.systemUTC(), age.negated()));
        try {
            markers.cancel(UUID.fromString(id));
        } catch (LakeException e) {
            throw new AssertionError(e);
        }
        return lake.resolve("_duckboard/control/" + id);
    }

    private Path strangers(String name) throws IOException {
        Path file = Files.createDirectories(lake.resolve("_duckboard/control")).resolve(name);
        Files.writeString(file, "theirs");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(3))));
    }

    private String send(String event) throws IOException {
        return send(new ControlHandler(Map.of("DUCKBOARD_LAKE", lake.toString())), event);
    }

    private static String send(ControlHandler handler, String event) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, new Log().context());
        return answer.toString(StandardCharsets.UTF_8);
    }
}
