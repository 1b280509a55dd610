package io.duckboard.security.signin;

import io.duckboard.security.SignInLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets nobody try to sign in while it could not be recorded. */
final class RecordedDoor extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Where the server sends people back. */
    private static final String CALLBACKS = "/login/oauth2/code/";

    private final transient SignInLog log;

    RecordedDoor(SignInLog log) {
        this.log = log;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        boolean isTry =
                (path.equals(SignInPage.ADDRESS) && request.getMethod().equals("POST")) || path.startsWith(CALLBACKS);
        if (isTry && log.objection().isPresent()) {
            response.sendRedirect(request.getContextPath() + Trouble.UNRECORDED.address());
        } else {
            chain.doFilter(request, response);
        }
    }
}
