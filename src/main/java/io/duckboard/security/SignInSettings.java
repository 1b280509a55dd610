package io.duckboard.security;

import io.duckboard.engine.failure.FailureException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says how people sign in. If it says nothing, nobody has to, and the app serves this machine alone.
 *
 * @param users a file with a line for each person: {@code name:role:{bcrypt}hash}
 * @param oidc a server that signs people in by OpenID Connect
 * @param sessionIdle after this time in which nobody does anything a session ends; what an open page asks by itself does not count
 * @param sessionLength after this time a session ends in any case
 */
@ConfigurationProperties("duckboard")
public record SignInSettings(
        Optional<String> users,
        @DefaultValue Oidc oidc,
        @DefaultValue("30m") Duration sessionIdle,
        @DefaultValue("12h") Duration sessionLength) {

    public SignInSettings {
        users = users.filter(file -> !file.isBlank());
    }

    /**
     * A client of an OpenID Connect server.
     *
     * @param issuer the server's address, as its tokens state it; if absent, there is none
     * @param groupsClaim the claim of the token that lists a person's groups
     * @param viewers groups whose members are viewers; {@code *} is everybody who has an account there
     */
    public record Oidc(
            Optional<String> issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("groups") String groupsClaim,
            @DefaultValue Set<String> viewers,
            @DefaultValue Set<String> analysts,
            @DefaultValue Set<String> operators) {

        public Oidc {
            issuer = issuer.map(String::strip).filter(address -> !address.isEmpty());
        }

        /** A secret does not get into a log. */
        @Override
        public String toString() {
            return "Oidc[" + issuer + ", " + clientId + "]";
        }
    }

    /** Returns the file of users, if there is one. */
    public Optional<Path> usersFile() {
        return users.map(Path::of);
    }

    public boolean isOn() {
        return users.isPresent() || oidc.issuer().isPresent();
    }

    /** @throws FailureException if something is missing without which nobody could sign in at the server */
    void check() {
        if (oidc.issuer().isPresent()
                && (oidc.clientId().isBlank() || oidc.clientSecret().isBlank())) {
            throw new FailureException(
                    "DUCKBOARD_OIDC_ISSUER names a server at which nobody could sign in.",
                    "Set DUCKBOARD_OIDC_CLIENT_ID and DUCKBOARD_OIDC_CLIENT_SECRET to what the server knows"
                            + " Duckboard by.");
        }
        if (oidc.issuer().isPresent()
                && oidc.viewers().isEmpty()
                && oidc.analysts().isEmpty()
                && oidc.operators().isEmpty()) {
            throw new FailureException(
                    "Nobody whom the server of DUCKBOARD_OIDC_ISSUER knows would have a role.",
                    "Name groups in DUCKBOARD_OIDC_VIEWERS, DUCKBOARD_OIDC_ANALYSTS or DUCKBOARD_OIDC_OPERATORS;"
                            + " * is everybody.");
        }
        if (oidc.issuer().filter(address -> !address.matches("https?://\\S+")).isPresent()) {
            throw new FailureException(
                    "DUCKBOARD_OIDC_ISSUER is no address: " + oidc.issuer().get() + ".",
                    "It is the server's https address, as its tokens state it.");
        }
    }
}
