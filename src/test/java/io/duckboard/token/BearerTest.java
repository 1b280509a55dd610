package io.duckboard.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryEngine;
import io.duckboard.engine.testing.Attack;
import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Where programs ask, a token lets them in, and nothing else does. */
@Tag("app")
// No page of Vaadin's is shown here, so a front end need not have been built.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@Attack("Programs come without a token, with a forged, expired or revoked one, or with a browser's cookie")
class BearerTest {

    /** Where nothing is: whoever gets so far has been let in. */
    private static final String INSIDE = "/api/nothing";

    private static final Owner ANN = new Owner("user:ann");

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @TestBean
    @Nullable
    QueryEngine engine;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
        Files.writeString(
                home.resolve("users"), "ann:analyst:{bcrypt}" + BCrypt.hashpw("correct horse", BCrypt.gensalt(4)));
        properties.add("duckboard.home", home::toString);
        properties.add("duckboard.users", home.resolve("users")::toString);
    }

    @Test
    void letsATokenInWithoutASession() throws Exception {
        var program = new Visitor(port);

        HttpResponse<String> answer = program.open(INSIDE, "Authorization", "Bearer " + token().text());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(program.session()).isEmpty();
    }

    @Test
    void letsAProgramPostThatSaysNothingOfItsOrigin() throws Exception {
        assertThat(new Visitor(port)
                        .plain("POST", INSIDE, "Authorization", "bearer " + token().text())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic YW5uOmNvcnJlY3QgaG9yc2U=",
                "Bearer duckboard_000000000000_00000000000000000000000000000000000000"
            })
    void refusesWhoeverHasNone(String header) throws Exception {
        HttpResponse<String> answer = new Visitor(port).open(INSIDE, "Authorization", header);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer realm=");
        assertThat(answer.body()).contains("\"status\":401", "\"code\":\"NOT_ALLOWED\"");
    }

    @Test
    void saysToItsOwnerThatATokenIsRevoked() throws Exception {
        IssuedToken issued = token();
        tokens.revoke(issued.token().id());

        HttpResponse<String> answer = new Visitor(port).open(INSIDE, "Authorization", "Bearer " + issued.text());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("error=\"invalid_token\"", "has been revoked");
        assertThat(answer.body()).contains("This token has been revoked.");
    }

    @Test
    void takesNoTokenFromAnAddress() throws Exception {
        String text = token().text();

        assertThat(new Visitor(port)
                        .open(INSIDE + "?access_token=" + text + "&token=" + text)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesNoCookie() throws Exception {
        var ann = new Visitor(port);
        ann.signIn("ann", "correct horse");

        assertThat(ann.open(INSIDE).statusCode()).isEqualTo(401);
        assertThat(ann.post("/api/query", Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void opensNoPageByAToken() throws Exception {
        HttpResponse<String> answer = new Visitor(port).open("/sql", "Authorization", "Bearer " + token().text());

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/%2e%2e/sql", "/x/%2e%2e/api/nothing", "/api;x=1/nothing", "//api/nothing", "/%61pi/nothing"
            })
    void isNotPassedByAnAddressWrittenOtherwise(String address) throws Exception {
        assertThat(new Visitor(port).open(address).statusCode()).isIn(302, 400, 401);
    }

    @Test
    void isNotOpenedByAnotherSitesPage() throws Exception {
        assertThat(new Visitor(port)
                        .plain(
                                "POST",
                                INSIDE,
                                "Authorization",
                                "Bearer " + token().text(),
                                "Origin",
                                "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    private IssuedToken token() {
        return tokens.issue(new NewToken(
                "notebook", Role.ANALYST, Optional.of(new NewToken.TokenOwner(ANN, "ann")), Duration.ofDays(1)));
    }
}
