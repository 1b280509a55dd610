package io.duckboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.testing.Attack;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The app answers only to its own names, and takes orders only from its own pages. */
@Attack("Hosts and origins that look like the app's own")
class RequestGateTest {

    private static final String HERE = "localhost:8080";

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LOCALHOST:8080",
                "127.0.0.1:8080",
                "[::1]:8080",
                "lake.example:80"
            })
    void answersToItsNames(String host) throws Exception {
        request.addHeader("Host", host);

        assertThat(status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.2",
                "0.0.0.0:8080",
                "localhost@evil.example",
                "evil.example#localhost",
                "localhost:8080:8080",
                "",
                "xn--lclhost-0ta"
            })
    void answersToNoOther(String host) throws Exception {
        request.addHeader("Host", host);

        assertThat(status()).isEqualTo(403);
    }

    @Test
    void answersToNobodyWhoNamesNone() throws Exception {
        assertThat(status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "BREW"})
    void takesChangesFromItsOwnPagesAlone(String method) throws Exception {
        request.setMethod(method);
        request.addHeader("Host", HERE);
        request.addHeader("Origin", "http://" + HERE);

        assertThat(status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, http://evil.example",
        "PUT, http://localhost:9090",
        "DELETE, http://localhost",
        "PATCH, null",
        "POST, ''",
        "POST, localhost:8080",
        "POST, ://localhost:8080",
        "POST, http://localhost:8080.evil.example",
        "POST, http://evil.example/http://localhost:8080"
    })
    void takesNoneFromElsewhere(String method, String origin) throws Exception {
        request.setMethod(method);
        request.addHeader("Host", HERE);
        request.addHeader("Origin", origin);

        assertThat(status()).isEqualTo(403);
    }

    @Test
    void takesChangesThroughAProxyThatItWasToldOf() throws Exception {
        request.setMethod("POST");
        request.addHeader("Host", "127.0.0.1:8080");
        request.addHeader("Origin", "https://lake.example");

        assertThat(status()).isEqualTo(200);
    }

    /**
     * Another port of the app's name belongs to someone else. Origins omit the scheme's default port, but some proxies
     * do not.
     */
    @ParameterizedTest
    @CsvSource({
        "lake.example:8080, http://lake.example:9000, 403",
        "lake.example:8080, http://lake.example, 403",
        "lake.example, https://lake.example:8443, 403",
        "LAKE.example:8080, http://lake.EXAMPLE:9000, 403",
        "lake.example:443, https://lake.example, 200",
        "lake.example:80, http://lake.example, 200",
        "Lake.example, https://lake.EXAMPLE, 200"
    })
    void tellsThePortsOfItsNameApart(String host, String origin, int status) throws Exception {
        request.setMethod("POST");
        request.addHeader("Host", host);
        request.addHeader("Origin", origin);

        assertThat(status()).isEqualTo(status);
    }

    /** Java's client and curl do this, and continue with HTTP/1.1 if the upgrade is not accepted. */
    @Test
    void answersAProgramThatOffersAnotherProtocol() throws Exception {
        request.addHeader("Host", HERE);
        request.addHeader("Upgrade", "h2c");

        assertThat(status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "WebSocket", "h2c, WEBSOCKET"})
    void opensASocketToItsOwnPagesAlone(String upgrade) throws Exception {
        request.addHeader("Host", HERE);
        request.addHeader("Upgrade", upgrade);
        assertThat(status()).isEqualTo(403);

        request.addHeader("Origin", "http://evil.example");
        assertThat(status()).isEqualTo(403);

        request.removeHeader("Origin");
        request.addHeader("Origin", "http://" + HERE);
        assertThat(status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site, script, 403",
        "cross-site, image, 403",
        "same-site, empty, 403",
        "cross-site, iframe, 403",
        "cross-site, '', 403",
        "cross-site, document, 200",
        "same-site, document, 200",
        "same-origin, empty, 200",
        "none, document, 200"
    })
    void givesPagesOfOthersNothingButLinks(String site, String destination, int status) throws Exception {
        request.addHeader("Host", HERE);
        request.addHeader("Sec-Fetch-Site", site);
        request.addHeader("Sec-Fetch-Dest", destination);

        assertThat(status()).isEqualTo(status);
    }

    @Test
    void takesChangesOfAProgramThatHasATokenAndNoCookie() throws Exception {
        request.setMethod("POST");
        request.addHeader("Host", HERE);
        assertThat(status()).isEqualTo(403);

        request.addHeader("Authorization", "Bearer token");
        assertThat(status()).isEqualTo(200);

        request.addHeader("Cookie", "JSESSIONID=1");
        assertThat(status()).isEqualTo(403);
    }

    @Test
    void tellsBrowsersWhatAPageMayDo() throws Exception {
        request.addHeader("Host", HERE);

        MockHttpServletResponse response = answer();

        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("*");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void saysWhatToDoWhereTheNameIsAnother() throws Exception {
        request.addHeader("Host", "my-machine.local");

        MockHttpServletResponse response = answer();

        assertThat(response.getContentAsString()).contains("DUCKBOARD_HOSTS");
        assertThat(response.getContentType()).startsWith("text/plain");
    }

    private int status() throws Exception {
        return answer().getStatus();
    }

    private MockHttpServletResponse answer() throws Exception {
        var response = new MockHttpServletResponse();
        new RequestGate("127.0.0.1", new HostSettings(Set.of("Lake.Example")))
                .doFilter(request, response, new MockFilterChain());
        return response;
    }
}
