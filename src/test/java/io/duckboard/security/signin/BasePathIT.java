package io.duckboard.security.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.duckboard.testing.IdentityServer;
import io.duckboard.testing.ReverseProxy;
import io.duckboard.testing.SignedInBrowserTest;
import io.duckboard.testing.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy and under a base path everything works as without them, and nothing is asked for beside the path. */
@TestPropertySource(
        properties = {"server.servlet.context-path=/lake", "duckboard.proxy=127.0.0.1", "duckboard.hosts=lake.example"})
class BasePathIT extends SignedInBrowserTest {

    private static final IdentityServer SERVER = new IdentityServer();

    private @Nullable ReverseProxy proxy;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("duckboard.oidc.issuer", SERVER::issuer);
        properties.add("duckboard.oidc.client-id", () -> "duckboard");
        properties.add("duckboard.oidc.client-secret", () -> IdentityServer.SECRET);
        properties.add("duckboard.oidc.analysts", () -> "*");
    }

    @BeforeAll
    void putTheProxyBeforeTheApp() throws IOException {
        proxy = new ReverseProxy(port());
    }

    @AfterAll
    void close() throws IOException {
        Objects.requireNonNull(proxy).close();
        SERVER.close();
    }

    @Override
    protected String app() {
        return "http://localhost:" + Objects.requireNonNull(proxy).port() + "/lake/";
    }

    @Test
    void bringsAnAnalystFromTheSignInToTheRowsOfAnAnswerByPush() {
        List<String> sockets = new CopyOnWriteArrayList<>();
        List<String> beside = new CopyOnWriteArrayList<>();
        Page page = visit("sql?q=SELECT+40%2B2+AS+answer+FROM+range(2000)", 1280, ColorScheme.LIGHT);
        page.onWebSocket(socket -> sockets.add(socket.url()));
        page.onRequest(request -> {
            if (!request.url().startsWith(app()) && request.url().startsWith("http")) {
                beside.add(request.url());
            }
        });
        signIn(page, "ann");
        assertThat(page.getByLabel("SQL", new Page.GetByLabelOptions().setExact(true)))
                .containsText("SELECT 40+2");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Run").setExact(true))
                .click();

        assertThat(page.getByRole(
                                AriaRole.GRIDCELL,
                                new Page.GetByRoleOptions().setName("42").setExact(true))
                        .first())
                .isVisible();
        Download file = page.waitForDownload(() -> page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Download the whole answer")
                                .setExact(true))
                .click());
        assertThat(file.path()).content().contains("answer", "42");
        assertThat(sockets).isNotEmpty().allMatch(url -> url.startsWith(app().replace("http:", "ws:") + "VAADIN/push"));
        assertThat(beside).isEmpty();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Signed in as ann"))
                .click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign out").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("You are signed out.");
        assertThat(page.url()).startsWith(app() + "sign-in");
    }

    @Test
    void showsTheBarsAndGoesFromPageToPage() {
        Page page = visit("", 1280, ColorScheme.LIGHT);
        signIn(page, "ann");

        assertThat(page.getByText("10,000").first()).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Data"))
                .click();

        assertThat(page).hasURL(app() + "data");
        assertThat(page.getByText("trips_by_day").first()).isVisible();
        page.reload();
        assertThat(page.getByText("trips_by_day").first()).isVisible();
    }

    @Test
    void keepsItsCookieToItself() {
        Page page = visit("", 1280, ColorScheme.LIGHT);
        signIn(page, "vera");

        assertThat(page.context().cookies())
                .filteredOn(cookie -> cookie.name.equals("JSESSIONID"))
                .singleElement()
                .satisfies(cookie -> {
                    assertThat(cookie.path).isEqualTo("/lake");
                    assertThat(cookie.httpOnly).isTrue();
                });
        assertThat(page.context().cookies())
                .extracting((Cookie cookie) -> cookie.path)
                .containsOnly("/lake");
    }

    @Test
    void answersProgramsUnderThePath() throws Exception {
        var visitor = new Visitor(app().replaceFirst("/$", ""));

        assertThat(visitor.plain("GET", "/health").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(visitor.plain("POST", "/mcp").statusCode()).isEqualTo(401);
        assertThat(visitor.plain("GET", "/api/tables").statusCode()).isEqualTo(401);
        assertThat(visitor.plain("GET", "/icons/duckboard.svg").statusCode()).isEqualTo(200);
        assertThat(new Visitor(app().replaceFirst("/lake/$", ""))
                        .plain("GET", "/health")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void hasTheServerSendPeopleBackToTheProxy() throws Exception {
        var visitor = new Visitor(app().replaceFirst("/$", ""));
        visitor.open("/sql?q=SELECT+1");

        HttpResponse<String> away = visitor.open("/oauth2/authorization/oidc");

        assertThat(visitor.next(away))
                .startsWith(SERVER.issuer())
                .contains("redirect_uri=" + app() + "login/oauth2/code/oidc");
    }

    @Test
    void offersItsDescriptionOfTheApiUnderThePath() {
        Page page = visit("api", 1280, ColorScheme.LIGHT);
        signIn(page, "ann");

        assertThat(page.getByText("/api/query").first()).isVisible();
        assertThat(page.content()).contains("/lake");
    }
}
