package io.duckboard.trace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Begins a trace with each request for which somebody waits: a page, a click, a call of the API. */
final class TracedRequests extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** What a browser or a watcher sends by itself. */
    private static final Set<String> OF_NOBODY = Set.of("heartbeat", "push");

    private static final Pattern OF_VAADIN = Pattern.compile("(?:^|&)v-r=([a-z-]{1,20})(?:&|$)");

    private static final int SERVER_ERROR = 500;

    private final transient Traces traces;

    TracedRequests(Traces traces) {
        this.traces = traces;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isOfSomebody(request)) {
            chain.doFilter(request, response);
            return;
        }
        String asked = asked(request);
        String name = request.getMethod() + " " + (asked.isEmpty() ? place(request) : asked);
        try (Part part = traces.request(name, request.getHeader("traceparent"))) {
            part.say("http.request.method", request.getMethod());
            part.say("url.path", request.getRequestURI());
            try {
                chain.doFilter(request, response);
            } finally {
                part.say("http.response.status_code", response.getStatus());
                if (response.getStatus() >= SERVER_ERROR) {
                    part.failed(String.valueOf(response.getStatus()));
                }
            }
        }
    }

    private static boolean isOfSomebody(HttpServletRequest request) {
        String path = request.getServletPath();
        return !OF_NOBODY.contains(asked(request))
                && !path.startsWith("/VAADIN/")
                && !path.startsWith("/health")
                && !path.equals("/metrics")
                // A file of the page's.
                && path.lastIndexOf('.') <= path.lastIndexOf('/');
    }

    /** The first part of the path, of which there are as many as the app has pages. */
    private static String place(HttpServletRequest request) {
        String[] parts = request.getServletPath().split("/", 3);
        return "/" + (parts.length > 1 ? parts[1] : "");
    }

    /**
     * What is asked of Vaadin besides its pages, such as {@code uidl} after a click; empty for a page. It is read in the
     * address, since a look for parameters would read a body that is another's to read.
     */
    private static String asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString())
                .map(OF_VAADIN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .orElse("");
    }
}
