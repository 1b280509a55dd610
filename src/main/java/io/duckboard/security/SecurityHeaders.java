package io.duckboard.security;

import jakarta.servlet.http.HttpServletResponse;

/** What a browser is told about each answer. */
final class SecurityHeaders {

    /**
     * All of a page comes from where the page came from, and nobody frames it. Scripts and styles in the page, and
     * functions made of text, are what Vaadin 25.2 asks for: its start and what the server has a page do come so.
     */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "object-src 'none'");

    private SecurityHeaders() {}

    static void set(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
    }
}
