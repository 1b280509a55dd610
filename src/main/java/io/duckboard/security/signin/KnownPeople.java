package io.duckboard.security.signin;

import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import io.duckboard.security.Roles;
import io.duckboard.security.SignInLog;
import io.duckboard.security.SignInSettings;
import java.util.Optional;

/**
 * Who could sign in. What the file of users says holds at once; the OpenID Connect server is only asked when somebody
 * signs in there, so whoever has had a role there is taken to have it still.
 *
 * @param users people with passwords, if there are any
 * @param isAskedElsewhere whether there is a server that knows people too
 */
record KnownPeople(Optional<UsersFile> users, boolean isAskedElsewhere) implements Roles {

    /**
     * @param log hears when the file of users has changed
     * @throws io.duckboard.engine.failure.FailureException if the file of users cannot be read
     */
    static KnownPeople of(SignInSettings settings, SignInLog log) {
        return new KnownPeople(
                settings.usersFile().map(file -> UsersFile.open(file, log)),
                settings.oidc().issuer().isPresent());
    }

    @Override
    public Optional<Role> now(Owner owner) {
        if (owner.name().startsWith(OidcPeople.OWNER)) {
            return isAskedElsewhere ? Optional.of(Role.OPERATOR) : Optional.empty();
        }
        return owner.name().startsWith(User.OWNER)
                ? users.flatMap(file -> file.find(owner.name().substring(User.OWNER.length())))
                        .map(User::role)
                : Optional.empty();
    }
}
