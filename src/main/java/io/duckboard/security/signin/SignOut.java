package io.duckboard.security.signin;

import io.duckboard.security.Person;
import io.duckboard.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Ends the other sessions too of somebody who wants to be signed out everywhere. */
final class SignOut implements LogoutHandler {

    private final Sessions sessions;

    SignOut(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        HttpSession session = request.getSession(false);
        if (session != null
                && request.getParameter("everywhere") != null
                && session.getAttribute(SignedIn.PERSON) instanceof Person person) {
            sessions.endAll(person);
        }
    }
}
