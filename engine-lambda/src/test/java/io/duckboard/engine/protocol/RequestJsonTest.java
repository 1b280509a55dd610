package io.duckboard.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A request that was written is the request that is read. */
class RequestJsonTest {

    @Test
    void readsWhatItWrote() throws Exception {
        var query = new Request.Query(
                "SELECT $from, $none",
                7,
                Map.of(
                        "from", new Parameter(Parameter.Type.DATE, "2019-04-01"),
                        "none", new Parameter(Parameter.Type.BIGINT, null)),
                RowFormat.ROWS,
                Optional.of(Duration.ofSeconds(3)),
                Optional.of(UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071a")));

        assertThat(read(new String(RequestJson.write(query), StandardCharsets.UTF_8)))
                .isEqualTo(query);
    }

    @Test
    void readsWhatQuackReduceSends() throws Exception {
        assertThat(read("{\"q\": \"SELECT 1\", \"limit\": 5}"))
                .isEqualTo(Request.Query.of("SELECT 1").limit(5));
    }

    @Test
    void passesOverWhatItDoesNotKnow() throws Exception {
        assertThat(read("{\"q\": \"SELECT 1\", \"colour\": \"red\"}")).isEqualTo(Request.Query.of("SELECT 1"));
    }

    private static Request read(String json) throws InvalidRequestException {
        return RequestJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
