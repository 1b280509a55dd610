package io.duckboard.security.signin;

import io.duckboard.security.Person;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Makes the session that of whoever has signed in, who then gets the page that was wanted. */
final class Admitted extends SavedRequestAwareAuthenticationSuccessHandler {

    private final Sessions sessions;
    private final Optional<UsersFile> users;
    private final OidcPeople people;

    Admitted(Sessions sessions, Optional<UsersFile> users, OidcPeople people) {
        this.sessions = sessions;
        this.users = users;
        this.people = people;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication admitted)
            throws IOException, ServletException {
        switch (admitted.getPrincipal()) {
            // The server is asked again at the next sign-in, which the session's length brings about.
            case OidcUser user ->
                sessions.begin(request.getSession(), people.person(user), request.getRemoteAddr(), _ -> true);
            case Person person ->
                sessions.begin(request.getSession(), person, request.getRemoteAddr(), isStill(person));
            case null, default -> throw new IllegalStateException("Nobody signs in like this: " + admitted);
        }
        super.onAuthenticationSuccess(request, response, admitted);
    }

    /** Holds as long as the person's line in the file is what it is now: the name, the role and the password. */
    private Predicate<Person> isStill(Person person) {
        UsersFile file = users.orElseThrow();
        Optional<User> now = file.find(person.name());
        return then -> now.isPresent()
                && now.get().person().equals(then)
                && file.find(then.name()).equals(now);
    }
}
