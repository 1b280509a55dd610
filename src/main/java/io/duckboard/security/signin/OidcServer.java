package io.duckboard.security.signin;

import io.duckboard.security.SignInSettings;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.RequestEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestTemplate;

/**
 * The OpenID Connect server that signs people in. It is asked for its addresses when the first person wants to sign in,
 * so that the app starts without it, and is asked again until it has given them.
 */
final class OidcServer implements ClientRegistrationRepository {

    /** The name of the only server, which is in the addresses of {@link SignInConfiguration}. */
    static final String NAME = "oidc";

    /** A person waits for each of its three or four answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SignInSettings.Oidc settings;
    private final String issuer;
    private Optional<ClientRegistration> known = Optional.empty();

    OidcServer(SignInSettings.Oidc settings) {
        this.settings = settings;
        this.issuer = settings.issuer().orElseThrow();
    }

    /** Returns a client for the server's answers, which does not wait for long. */
    static RestTemplate client() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return new RestTemplate(requests);
    }

    /** @throws RuntimeException if the server does not say where it is to be asked */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        if (!name.equals(NAME)) {
            return null;
        }
        synchronized (this) {
            if (known.isEmpty()) {
                known = Optional.of(discover());
            }
            return known.get();
        }
    }

    private ClientRegistration discover() {
        String address = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
        Map<String, Object> configuration = client().exchange(
                        RequestEntity.get(address).build(), new ParameterizedTypeReference<Map<String, Object>>() {})
                .getBody();
        if (configuration == null
                || !issuer.equals(configuration.get("issuer"))
                || configuration.get("jwks_uri") == null) {
            throw new IllegalStateException(address + " does not say the issuer " + issuer + " and where its keys are");
        }
        return ClientRegistrations.fromOidcConfiguration(configuration)
                .registrationId(NAME)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile", "email")
                .build();
    }
}
