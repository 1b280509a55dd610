package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Control answers at once and runs nothing. */
class ControlHandlerTest {

    @Test
    void answersAPing() throws IOException {
        assertThat(send("{\"ping\": true}")).isEqualTo("{\"pong\":true}");
    }

    @Test
    void sendsAQueryToTheRightFunction() throws IOException {
        assertThat(send("{\"q\": \"SELECT 1\"}")).contains("INVALID_REQUEST").contains("duckboard-query");
    }

    @Test
    void saysWhatItExpects() throws IOException {
        assertThat(send("{}")).contains("INVALID_REQUEST");
    }

    private static String send(String event) throws IOException {
        var answer = new ByteArrayOutputStream();
        new ControlHandler()
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, InProcess.CONTEXT);
        return answer.toString(StandardCharsets.UTF_8);
    }
}
