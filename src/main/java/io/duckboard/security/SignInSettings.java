package io.duckboard.security;

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
 * @param sessionIdle after this time without a request a session ends; a page that is open makes one each five minutes
 * @param sessionLength after this time a session ends in any case
 */
@ConfigurationProperties("duckboard")
public record SignInSettings(
        Optional<Path> users,
        @DefaultValue Oidc oidc,
        @DefaultValue("30m") Duration sessionIdle,
        @DefaultValue("12h") Duration sessionLength) {

    public SignInSettings {
        users = users.filter(file -> !file.toString().isBlank());
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

    public boolean isOn() {
        return users.isPresent() || oidc.issuer().isPresent();
    }
}
