package io.duckboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryEngine;
import io.duckboard.engine.testing.Attack;
import io.duckboard.security.Role;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.SlowClients;
import io.duckboard.token.NewToken;
import io.duckboard.token.Tokens;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Whoever never finishes a request keeps nobody else waiting. */
@Tag("app")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@Attack("Hundreds of clients begin requests and never finish their headers or bodies")
class SlowClientsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @TestBean
    @Nullable
    QueryEngine engine;

    private ApiClient other;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @BeforeEach
    void letSomebodyHaveAToken() {
        ((ScriptedEngine) Objects.requireNonNull(engine)).answer("SELECT 1", "one", List.of(List.of("1")));
        other = new ApiClient(
                port,
                tokens.issue(new NewToken("other", Role.ANALYST, Optional.empty(), NewToken.USUAL))
                        .text());
    }

    @Test
    void answersBesideHeadersThatNeverEnd() throws Exception {
        assertThatOthersAreServedBeside("GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\nX-Slow: ");
    }

    @Test
    void answersBesideBodiesThatNeverEnd() throws Exception {
        assertThatOthersAreServedBeside("POST /api/query HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nAuthorization: Bearer " + other.token()
                + "\r\nContent-Type: application/sql\r\nContent-Length: 1000\r\n\r\nSELECT");
    }

    private void assertThatOthersAreServedBeside(String begun) throws IOException, InterruptedException {
        try (var slow = new SlowClients(port, begun)) {
            assertThat(other.query("{\"q\": \"SELECT 1\"}").statusCode()).isEqualTo(200);
            assertThat(other.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(slow.answered()).isZero();
        }
    }
}
