package io.duckboard.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a request is for, as far as it matters to somebody who has not signed in. */
final class Ways {

    /** The page where people sign in, what it consists of, and what the build has made of the front end. */
    private static final Set<String> OPEN = Set.of(SignInPage.ADDRESS, "/sign-in.css", "/icons/duckboard.svg");

    private static final List<String> OPEN_FOLDERS = List.of("/aura/fonts/", "/VAADIN/build/", "/VAADIN/static/");

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
        return OPEN.contains(path)
                || path.equals(PUSH)
                || OPEN_FOLDERS.stream().anyMatch(path::startsWith)
                || (path.equals("/") && OF_OPEN_PAGES.contains(asked(request)));
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
