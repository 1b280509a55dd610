package io.duckboard.security.signin;

import io.duckboard.security.Person;
import io.duckboard.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Notes that somebody signs out, and ends the other sessions too of whoever wants to be signed out everywhere. */
final class SignOut implements LogoutHandler {

    private final Sessions sessions;

    SignOut(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        if (request.getParameter("everywhere") != null
                && session.getAttribute(SignedIn.PERSON) instanceof Person person) {
            sessions.endAll(person);
        } else {
            sessions.leaves(session, "Signed out.");
        }
    }
}
