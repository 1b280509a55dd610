package io.duckboard.health;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Answers {@code {"status":"up"}} with 200, or {@code {"status":"down"}} with 503. It is open to everybody, says nothing
 * else, and leaves nothing behind.
 */
final class HealthAnswers extends HttpFilter {

    static final String BOTH = "/health";
    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";

    private static final long serialVersionUID = 1L;

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final transient Readiness readiness;

    HealthAnswers(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        // Who gets any answer from a process knows that it lives.
        boolean isUp = request.getServletPath().equals(LIVE) || readiness.isReady();
        response.setStatus(isUp ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(isUp ? "{\"status\":\"up\"}" : "{\"status\":\"down\"}");
    }
}
