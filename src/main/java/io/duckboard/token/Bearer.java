package io.duckboard.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.http.HttpProblem;
import io.duckboard.security.Asker;
import io.duckboard.security.Asking;
import io.duckboard.security.Origin;
import io.duckboard.security.Person;
import io.duckboard.security.SignedIn;
import io.duckboard.security.Way;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets programs in that send a token, and nobody else, wherever programs ask. A cookie is not enough there: what a
 * browser sends by itself could be another site's doing. A token makes no session.
 */
final class Bearer extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(Bearer.class);

    private static final String SCHEME = "Bearer ";

    /** What people read about the API in a browser, as they read the app's other pages. */
    private static final Set<String> READ_BY_PEOPLE = Set.of("/api", "/api/openapi.json");

    private static final String AGENTS = "/mcp";

    private static final Duration WAIT = Duration.ofMinutes(5);

    /**
     * Wrong tokens from one address within five minutes. Nobody guesses one; this keeps the log short. A right token is
     * always let in, so nobody at the same address can keep its owner out.
     */
    private static final int MOST_WRONG = 50;

    private static final int MOST_ADDRESSES = 100_000;

    private final transient Tokens tokens;
    private final transient SignedIn people;
    private final transient Cache<String, Integer> wrong = Caffeine.newBuilder()
            .expireAfterWrite(WAIT)
            .maximumSize(MOST_ADDRESSES)
            .build();

    Bearer(Tokens tokens, SignedIn people) {
        this.tokens = tokens;
        this.people = people;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> sent = sent(request);
        if (sent.isEmpty() && isReadByPeople(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (sent.isEmpty()) {
            refuse(response, "", "A token is needed here.");
            return;
        }
        switch (tokens.check(sent.get())) {
            case TokenCheck.Accepted(var _, Person person) ->
                go(people.asker(person, origin(request)), request, response, chain);
            case TokenCheck.Refused(String reason) -> refuse(request, response, reason);
        }
    }

    private static Optional<String> sent(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }

    private static boolean isReadByPeople(HttpServletRequest request) {
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        return Set.of("GET", "HEAD").contains(request.getMethod()) && READ_BY_PEOPLE.contains(path);
    }

    private static Origin origin(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), request.getServletPath().equals(AGENTS) ? Way.MCP : Way.API);
    }

    private static void go(Asker asker, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            Asking.as(asker, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String reason) throws IOException {
        String address = request.getRemoteAddr();
        if (wrong.asMap().merge(address, 1, Integer::sum) > MOST_WRONG) {
            response.setHeader("Retry-After", Long.toString(WAIT.toSeconds()));
            HttpProblem.of(429, ErrorCode.BUSY, "Too many wrong tokens came from this address.", "Wait five minutes.")
                    .write(response);
            return;
        }
        LOG.warn("a token from {} was refused: {}", address, reason);
        refuse(response, ", error=\"invalid_token\", error_description=\"" + reason + "\"", reason);
    }

    private static void refuse(HttpServletResponse response, String why, String message) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"Duckboard\"" + why);
        HttpProblem.of(
                        401,
                        ErrorCode.NOT_ALLOWED,
                        message,
                        "Send one that is valid in the header Authorization: Bearer TOKEN; the page Tokens makes one, or duckboard token create.")
                .write(response);
    }
}
