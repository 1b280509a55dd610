package io.duckboard.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryEngine;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** The app starts without its OpenID Connect server, and says so to whoever wants to sign in there. */
@Tag("app")
// No page of Vaadin's is shown here, so a front end need not have been built.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
class SilentServerTest {

    /** Takes connections, and says nothing. */
    private static final ServerSocket SILENT = silent();

    @LocalServerPort
    private int port;

    @TestBean
    @Nullable
    QueryEngine engine;

    private Visitor ann;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
        properties.add("duckboard.home", home::toString);
        properties.add("duckboard.oidc.issuer", () -> "http://127.0.0.1:" + SILENT.getLocalPort());
        properties.add("duckboard.oidc.client-id", () -> "duckboard");
        properties.add("duckboard.oidc.client-secret", () -> "secret");
        properties.add("duckboard.oidc.viewers", () -> "*");
    }

    @AfterAll
    static void close() throws IOException {
        SILENT.close();
    }

    @BeforeEach
    void letAnnBeThere() {
        ann = new Visitor("http://127.0.0.1:" + port);
    }

    @Test
    void showsThePageAllTheSame() throws Exception {
        assertThat(ann.open("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatTheServerDoesNotAnswer() throws Exception {
        assertThat(ann.next(ann.open("/oauth2/authorization/oidc"))).isEqualTo("/sign-in?why=server");
        assertThat(ann.open("/sign-in?why=server").body()).contains("does not answer as it should");
    }

    private static ServerSocket silent() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
