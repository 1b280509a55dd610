package io.duckboard.security;

import jakarta.servlet.http.HttpServletResponse;

/** Sets the headers that tell a browser how to treat each answer. */
final class SecurityHeaders {

    /**
     * Everything on a page comes from the page's own origin, and nobody may frame it. Vaadin 25.2 needs inline scripts
     * and styles, and functions made of text: its start, and the scripts that the server has a page run, arrive in
     * these ways.
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
