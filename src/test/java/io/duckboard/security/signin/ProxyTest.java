package io.duckboard.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryEngine;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** What the proxy that is named says of a request is believed. */
@Tag("app")
// No page of Vaadin's is shown here, so a front end need not have been built.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"vaadin.productionMode=true", "duckboard.proxy=127.0.0.1", "duckboard.hosts=lake.example"})
class ProxyTest {

    private static final String[] HTTPS = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "lake.example"};

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
    static void home(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
        String hash = BCrypt.hashpw("correct horse", BCrypt.gensalt(4));
        Path users = Files.writeString(home.resolve("users"), "ann:viewer:{bcrypt}" + hash);
        properties.add("duckboard.home", home::toString);
        properties.add("duckboard.users", users::toString);
    }

    @BeforeEach
    void letAnnBeThere() {
        ann = new Visitor("http://127.0.0.1:" + port);
    }

    @Test
    void keepsTheCookieForHttps() throws Exception {
        assertThat(cookie(ann.open("/", HTTPS))).contains("Secure").contains("HttpOnly");
    }

    @Test
    void sendsPeopleToTheAddressThatTheyKnow() throws Exception {
        assertThat(ann.next(ann.open("/data", HTTPS))).isEqualTo("https://lake.example/sign-in");
    }

    @Test
    void countsTheTriesOfEachPersonBehindTheProxy() throws Exception {
        for (int i = 0; i < 50; i++) {
            tryAs("name" + i, "203.0.113.7");
        }

        assertThat(tryAs("another", "203.0.113.7")).isEqualTo("/sign-in?why=wait");
        assertThat(tryAs("another", "203.0.113.8")).isEqualTo("/sign-in?why=wrong");
    }

    private String tryAs(String name, String address) throws Exception {
        return ann.next(ann.post("/sign-in", Map.of("name", name, "password", "wrong"), "X-Forwarded-For", address));
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }
}
