package io.duckboard.security.signin;

import io.duckboard.security.Person;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets somebody in whose password is right, unless there were too many wrong ones. */
final class PasswordSignIn implements AuthenticationProvider {

    /** Nobody's hash. To compare with it takes as long as with a person's, so nobody learns which names there are. */
    private static final String OF_NOBODY = "$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5pX0k9Q1v0z3qjv6r3n1w1mQ0T0lG";

    private final UsersFile users;
    private final Throttle throttle;
    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();

    PasswordSignIn(UsersFile users, Throttle throttle) {
        this.users = users;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName();
        String address = asked.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        // Before it is counted: what a stranger sends takes no room.
        if (name.length() > User.LONGEST_NAME) {
            throw new BadCredentialsException("no name is that long");
        }
        if (!throttle.admits(name, address)) {
            throw new TooManyTriesException();
        }
        Optional<User> user = users.find(name);
        String hash = user.map(User::hash).orElse(OF_NOBODY);
        if (!bcrypt.matches(String.valueOf(asked.getCredentials()), hash) || user.isEmpty()) {
            throw new BadCredentialsException("wrong name or password");
        }
        throttle.succeeded(name, address);
        Person person = user.get().person();
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
