package io.duckboard.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** What a request is for, as far as it matters to somebody who has not signed in. */
final class Ways {

    /** The page where people sign in, and what it consists of. Of all else Vaadin would make a stranger a session. */
    private static final Set<String> OPEN = Set.of(
            SignInPage.ADDRESS,
            "/sign-in.css",
            "/icons/duckboard.svg",
            "/aura/fonts/InstrumentSans/InstrumentSans.woff2");

    /**
     * What an open page goes on to send when its session is over. Vaadin answers that it is over, which the page then
     * says; with no session there is nothing else for it to answer.
     */
    private static final Set<String> OF_OPEN_PAGES = Set.of("uidl", "heartbeat");

    private static final String PUSH = "/VAADIN/push";

    private Ways() {}

    static boolean isOpen(HttpServletRequest request) {
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        return switch (request.getMethod()) {
            case "GET" ->
                OPEN.contains(path) || (path.equals(PUSH) && asked(request).equals("push"));
            // The chain has answered the form itself, before it comes to this.
            case "POST" ->
                (path.equals("/") && OF_OPEN_PAGES.contains(asked(request)))
                        || (path.equals(PUSH) && asked(request).equals("push"));
            default -> false;
        };
    }

    /** Whether somebody opens a page, and is to come back to it after having signed in. */
    static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && asked(request).isEmpty()
                && !request.getServletPath().startsWith("/VAADIN/")
                && Optional.ofNullable(request.getHeader("Accept"))
                        .filter(kinds -> kinds.contains("text/html"))
                        .isPresent();
    }

    /** Whether a person has had the browser send this, and not an open page by itself. */
    static boolean isOfAPerson(HttpServletRequest request) {
        return !asked(request).equals("heartbeat") && !request.getServletPath().equals(PUSH);
    }

    /** What is asked of Vaadin besides its pages; empty for a page. */
    private static String asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("v-r")).orElse("");
    }
}
