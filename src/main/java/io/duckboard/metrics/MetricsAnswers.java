package io.duckboard.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/** The metrics as text in Prometheus's format, for whoever has the token. */
final class MetricsAnswers extends HttpFilter {

    static final String ADDRESS = "/metrics";

    private static final long serialVersionUID = 1L;

    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final transient PrometheusMeterRegistry registry;
    private final transient Token token;
    private final transient ReentrantLock oneAtATime = new ReentrantLock();

    MetricsAnswers(PrometheusMeterRegistry registry, Token token) {
        this.registry = registry;
        this.token = token;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!token.isIn(request.getHeader("Authorization"))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("WWW-Authenticate", "Bearer");
            response.setContentType("text/plain");
            response.getWriter().println("Metrics take the bearer token of DUCKBOARD_METRICS_TOKEN.");
            return;
        }
        String page = page();
        response.setContentType(FORMAT);
        response.getWriter().print(page);
    }

    /** However many ask, the pages of metrics take the work of one thread and none waits for a slow reader. */
    private String page() {
        oneAtATime.lock();
        try {
            return registry.scrape();
        } finally {
            oneAtATime.unlock();
        }
    }
}
