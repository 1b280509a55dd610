package io.duckboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import io.duckboard.engine.testing.Attack;
import io.duckboard.testing.BrowserTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a browser: a page of another site, or one whose name now points to this machine, gets nothing from the app. */
@Attack("A page of another site, in Chromium: its name rebound to this machine, sockets, forms, fetches, frames")
class ForeignSiteIT extends BrowserTest {

    private static final String OPENS_A_SOCKET = """
            (address) => new Promise((done) => {
              const socket = new WebSocket(address);
              socket.onopen = () => done('open');
              socket.onerror = () => done('refused');
            })""";

    private static final String SENDS_A_FORM = """
            (address) => fetch(address, { method: 'POST', mode: 'no-cors', body: 'x', credentials: 'include' })
              .then((answer) => answer.type, () => 'refused')""";

    private static final String FETCHES = """
            (address) => fetch(address, { mode: 'no-cors', credentials: 'include' })
              .then((answer) => answer.type, () => 'refused')""";

    private HttpServer site;

    @BeforeEach
    void openTheirSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            byte[] page = "<!doctype html><title>theirs</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void closeTheirSite() {
        site.stop(0);
    }

    /** DNS rebinding puts a page in this position: its own name is in the address, and this machine is behind it. */
    @Test
    void getsNoPageByANameOfItsOwn() {
        Page page = visit("", 1280, ColorScheme.LIGHT);
        int port = URI.create(page.url()).getPort();

        Response answer = page.navigate("http://evil.localhost:" + port + "/sql");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.content()).contains("not asked for by this name");
        forgetWhatOthersDid();
    }

    @Test
    void opensNoSocketToTheApp() {
        Page page = visit("", 1280, ColorScheme.LIGHT);
        String push = page.url().replace("http:", "ws:") + "VAADIN/push?v-r=push&v-uiId=0";
        assertThat(page.evaluate(OPENS_A_SOCKET, push)).isEqualTo("open");

        page.navigate("http://localhost:" + site.getAddress().getPort() + "/");

        assertThat(page.evaluate(OPENS_A_SOCKET, push)).isEqualTo("refused");
        forgetWhatOthersDid();
    }

    @Test
    void hasTheAppDoNothing() {
        Page page = visit("", 1280, ColorScheme.LIGHT);
        String app = page.url();
        page.navigate("http://localhost:" + site.getAddress().getPort() + "/");
        var statuses = new CopyOnWriteArrayList<Integer>();
        page.onResponse(answer -> statuses.add(answer.status()));

        page.evaluate(SENDS_A_FORM, app + "?v-r=uidl&v-uiId=0");

        assertThat(statuses).containsExactly(403);
        forgetWhatOthersDid();
    }

    /** Vaadin creates a page's state on a GET. */
    @Test
    void fetchesNothingOfTheApp() {
        Page page = visit("", 1280, ColorScheme.LIGHT);
        String app = page.url();
        page.navigate("http://localhost:" + site.getAddress().getPort() + "/");
        var statuses = new CopyOnWriteArrayList<Integer>();
        page.onResponse(answer -> statuses.add(answer.status()));

        page.evaluate(FETCHES, app + "?v-r=init&location=sql");

        assertThat(statuses).containsExactly(403);
        forgetWhatOthersDid();
    }

    @Test
    void followsALinkToTheApp() {
        String app = visit("", 1280, ColorScheme.LIGHT).url();
        Page page = visit("", 1280, ColorScheme.LIGHT);
        page.navigate("http://localhost:" + site.getAddress().getPort() + "/");

        Response answer =
                page.waitForResponse(app, () -> page.evaluate("(address) => { location.href = address; }", app));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void framesNoPageOfTheApp() {
        Page page = visit("", 1280, ColorScheme.LIGHT);
        String app = page.url();
        page.navigate("http://localhost:" + site.getAddress().getPort() + "/");

        page.evaluate(
                "(address) => new Promise((done) => { const frame = document.createElement('iframe'); frame.src = address;"
                        + " frame.onload = done; document.body.append(frame); })",
                app);

        assertThat(page.frames()).noneMatch(frame -> frame.url().equals(app));
        forgetWhatOthersDid();
    }
}
