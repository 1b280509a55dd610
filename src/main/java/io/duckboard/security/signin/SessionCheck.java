package io.duckboard.security.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Ends a session that is over before a request makes use of it. */
final class SessionCheck extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Sessions sessions;

    SessionCheck(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            sessions.check(session);
            if (Ways.isOfAPerson(request)) {
                sessions.used(session);
            }
        }
        chain.doFilter(request, response);
    }
}
