package io.duckboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.testing.Attack;
import io.duckboard.testing.SignIn;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever could be reached by others has them sign in, or does not start. */
@Attack("The app is reached from elsewhere, past a proxy or an address, where nobody has to sign in")
class DoorTest {

    private final MockEnvironment environment = new MockEnvironment().withProperty("server.address", "127.0.0.1");
    private Set<String> hosts = Set.of();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void asksNobodyToSignInOnThisMachine(String address) {
        environment.setProperty("server.address", address);

        assertThatCode(() -> door(SignIn.none())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "server.address, 0.0.0.0, HOST",
        "server.address, 192.168.0.1, HOST",
        "server.address, ::, HOST",
        "server.address, '', HOST",
        "duckboard.proxy, 10.0.0.1, proxy",
        "server.forward-headers-strategy, native, proxy",
        "server.servlet.context-path, /lake, base path"
    })
    void doesNotStartWhereOthersCouldReachIt(String property, String value, String named) throws Exception {
        environment.setProperty(property, value);

        assertThatThrownBy(() -> door(SignIn.none()))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining(named)
                .extracting(failure -> ((FailureException) failure).hint())
                .asString()
                .contains("DUCKBOARD_USERS", "DUCKBOARD_OIDC_ISSUER", "docs/team.md");
        assertThat(door(SignIn.by(Path.of("users")))).isNotNull();
    }

    @Test
    void doesNotStartUnderAFurtherName() throws Exception {
        hosts = Set.of("lake.example");

        assertThatThrownBy(() -> door(SignIn.none()))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("DUCKBOARD_HOSTS");
        assertThat(door(SignIn.by(Path.of("users")))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "x-forwarded-host", "X-FORWARDED-ANYTHING"})
    void refusesWhatAProxyHasForwarded(String header) throws Exception {
        var request = new MockHttpServletRequest();
        request.addHeader(header, "x");

        MockHttpServletResponse refused = answer(SignIn.none(), request);

        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(refused.getContentAsString()).contains("A proxy has forwarded this", "DUCKBOARD_USERS");
        assertThat(answer(SignIn.by(Path.of("users")), request).getStatus()).isEqualTo(200);
        assertThat(answer(SignIn.none(), new MockHttpServletRequest()).getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example, '', secret, *, OIDC_CLIENT_ID",
        "https://id.example, duckboard, '', *, OIDC_CLIENT_ID",
        "https://id.example, duckboard, secret, '', OIDC_VIEWERS",
        "id.example, duckboard, secret, *, https address"
    })
    void doesNotStartWithAServerAtWhichNobodyCouldSignIn(
            String issuer, String client, String secret, String viewers, String named) {
        var server = new SignInSettings.Oidc(
                Optional.of(issuer),
                client,
                secret,
                "groups",
                viewers.isEmpty() ? Set.of() : Set.of(viewers),
                Set.of(),
                Set.of());

        assertThatThrownBy(() -> door(SignIn.by(server)))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        failure -> assertThat(failure.failure().text())
                                .contains(named)
                                .doesNotContain("secret"));
    }

    private Door door(SignInSettings signIn) throws UnknownHostException {
        return new Door(environment, new HostSettings(hosts), signIn);
    }

    private MockHttpServletResponse answer(SignInSettings signIn, MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        door(signIn).doFilter(request, response, new MockFilterChain());
        return response;
    }
}
