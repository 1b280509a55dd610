package io.duckboard.security;

import io.duckboard.engine.failure.FailureException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Sees to it that people sign in wherever others than this machine's could reach the app. The app does not start if it
 * is told to be reached and nobody has to sign in. Where nobody has to, it also refuses a request that some proxy has
 * brought from elsewhere.
 */
@Component
@EnableConfigurationProperties(SignInSettings.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class Door extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String HINT =
            "Have people sign in: name a file of users in DUCKBOARD_USERS, or a server in DUCKBOARD_OIDC_ISSUER"
                    + " (docs/team.md says how).";

    private final boolean isOpen;

    /** @throws FailureException if others could reach the app without signing in */
    Door(Environment environment, HostSettings hosts, SignInSettings signIn) throws UnknownHostException {
        this.isOpen = !signIn.isOn();
        Optional<String> reason = reason(environment, hosts);
        if (isOpen && reason.isPresent()) {
            throw new FailureException(
                    "Others could open this Duckboard, since " + reason.get() + ", and nobody has to sign in.", HINT);
        }
        signIn.check();
    }

    /** Returns why others than the people of this machine could reach the app, as it is configured. */
    private static Optional<String> reason(Environment environment, HostSettings hosts) throws UnknownHostException {
        String address = environment.getRequiredProperty("server.address");
        // Java takes an empty address for loopback, but the server listens on every address then.
        if (address.isBlank()) {
            return Optional.of("it listens on every address, as HOST is empty");
        }
        if (!InetAddress.getByName(address).isLoopbackAddress()) {
            return Optional.of("it listens on " + address + " (HOST)");
        }
        if (!hosts.hosts().isEmpty()) {
            return Optional.of("it answers to further names (DUCKBOARD_HOSTS)");
        }
        if (!environment.getProperty("duckboard.proxy", "").isBlank()
                || !environment
                        .getProperty("server.forward-headers-strategy", "none")
                        .equalsIgnoreCase("none")) {
            return Optional.of("there is a proxy before it (DUCKBOARD_PROXY)");
        }
        return environment.getProperty("server.servlet.context-path", "/").matches("/?")
                ? Optional.empty()
                : Optional.of("it has a base path, as behind a proxy");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isOpen && isForwarded(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getWriter().println("A proxy has forwarded this request, and nobody has to sign in here. " + HINT);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForwarded(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("forwarded") || name.startsWith("x-forwarded-"));
    }
}
