package io.duckboard.testing;

import io.duckboard.security.SignInSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How people sign in, as it is configured. */
public final class SignIn {

    private static final SignInSettings.Oidc NO_SERVER =
            new SignInSettings.Oidc(Optional.empty(), "", "", "groups", Set.of(), Set.of(), Set.of());

    private SignIn() {}

    /** Returns settings with which nobody has to. */
    public static SignInSettings none() {
        return settings(Optional.empty(), NO_SERVER);
    }

    public static SignInSettings by(Path users) {
        return settings(Optional.of(users), NO_SERVER);
    }

    public static SignInSettings by(SignInSettings.Oidc server) {
        return settings(Optional.empty(), server);
    }

    private static SignInSettings settings(Optional<Path> users, SignInSettings.Oidc server) {
        return new SignInSettings(users.map(Path::toString), server, Duration.ofMinutes(30), Duration.ofHours(12));
    }
}
