package io.duckboard.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryEngine;
import io.duckboard.testing.IdentityServer;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** People sign in at a real OpenID Connect server, with the role that their groups have here. */
@Tag("app")
// No page of Vaadin's is shown here, so a front end need not have been built.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
class OidcSignInTest {

    private static final IdentityServer SERVER = new IdentityServer();

    @TestBean
    @Nullable
    QueryEngine engine;

    @LocalServerPort
    private int port;

    private Visitor ann;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
        properties.add("duckboard.home", home::toString);
        properties.add("duckboard.oidc.issuer", SERVER::issuer);
        properties.add("duckboard.oidc.client-id", () -> "duckboard");
        properties.add("duckboard.oidc.client-secret", () -> IdentityServer.SECRET);
        properties.add("duckboard.oidc.viewers", () -> "readers");
        properties.add("duckboard.oidc.analysts", () -> "data, science");
        properties.add("duckboard.oidc.operators", () -> "ops");
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @BeforeEach
    void letAnnBeThere() {
        ann = new Visitor("http://127.0.0.1:" + port);
        SERVER.setBroken(false);
        SERVER.setClockAhead(Duration.ZERO);
        SERVER.put("ann", List.of("everybody", "science"));
    }

    @Test
    void offersTheServerAndNoPassword() throws Exception {
        String page = ann.open("/sign-in").body();

        assertThat(page).contains("Sign in at localhost").doesNotContain("type=\"password\"");
    }

    @Test
    void goesOnToThePageThatWasWanted() throws Exception {
        ann.open("/sql?q=SELECT+1");

        assertThat(ann.next(signIn())).isEqualTo("/sql?q=SELECT+1");
        assertThat(isIn()).isTrue();
    }

    @Test
    void letsNobodyInWhoHasNoRole() throws Exception {
        SERVER.put("ann", List.of("everybody"));

        assertThat(ann.next(signIn())).isEqualTo("/sign-in?why=no_role");
        assertThat(ann.open("/sign-in?why=no_role").body()).contains("You are known, but have no role here.");
        assertThat(isIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void saysThatAClockIsWrong(String ahead) throws Exception {
        SERVER.setClockAhead(Duration.parse(ahead));

        assertThat(ann.next(signIn())).isEqualTo("/sign-in?why=clock");
        assertThat(isIn()).isFalse();
    }

    @Test
    void doesNotMindAClockThatIsHalfAMinuteOff() throws Exception {
        SERVER.setClockAhead(Duration.ofSeconds(30));

        signIn();

        assertThat(isIn()).isTrue();
    }

    @Test
    void saysThatTheServerIsBroken() throws Exception {
        SERVER.setBroken(true);

        assertThat(ann.next(signIn())).isEqualTo("/sign-in?why=server");
        assertThat(isIn()).isFalse();
    }

    @Test
    void takesNoAnswerThatItHasNotAskedFor() throws Exception {
        assertThat(ann.next(ann.open("/login/oauth2/code/oidc?code=forged&state=forged")))
                .isEqualTo("/sign-in?why=stale");
        assertThat(isIn()).isFalse();
    }

    @Test
    void takesNoAnswerThatSomebodyElseHasAskedFor() throws Exception {
        String callback = callback();

        var bob = new Visitor("http://127.0.0.1:" + port);

        assertThat(bob.next(bob.open(callback))).isEqualTo("/sign-in?why=stale");
    }

    @Test
    void saysThatTheServerDoesNotLetThemIn() throws Exception {
        String state = ann.next(ann.open("/oauth2/authorization/oidc")).replaceFirst(".*[?&](state=[^&]*).*", "$1");

        assertThat(ann.next(ann.open("/login/oauth2/code/oidc?error=access_denied&" + state)))
                .isEqualTo("/sign-in?why=denied");
    }

    private HttpResponse<String> signIn() throws Exception {
        return ann.open(callback());
    }

    /** Returns where the server sends a browser with its answer. */
    private String callback() throws Exception {
        String question = ann.next(ann.open("/oauth2/authorization/oidc"));
        assertThat(question).startsWith(SERVER.issuer());
        String password =
                Base64.getEncoder().encodeToString(("ann:" + IdentityServer.SECRET).getBytes(StandardCharsets.UTF_8));
        ann.open(SERVER.issuer() + "/", "Authorization", "Basic " + password);
        HttpResponse<String> answer = ann.open(question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return ann.next(answer);
    }

    private boolean isIn() throws Exception {
        return ann.open("/dashboard.css", "Accept", "text/css").statusCode() == 200;
    }
}
