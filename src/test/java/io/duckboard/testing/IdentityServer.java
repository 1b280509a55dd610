package io.duckboard.testing;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * A real OpenID Connect server: Spring's own, in this JVM. It knows everybody whose password is {@code secret}, and one
 * client, {@code duckboard} with the same secret, at any port of 127.0.0.1. People show their password with any
 * request before they are sent here, so that no test has to fill in a form.
 */
public final class IdentityServer implements AutoCloseable {

    public static final String SECRET = "secret";

    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext(Server.class);

    /** Returns the issuer's address. */
    public String issuer() {
        return "http://localhost:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** @param groups the groups of that person from the next token on */
    public void put(String person, List<String> groups) {
        facts().groups().put(person, groups);
    }

    /** Sets the server's clock: by how much its tokens are ahead of the time. */
    public void setClockAhead(Duration ahead) {
        facts().state().put("ahead", ahead.toString());
    }

    /** Has the server answer nothing but errors to those who fetch tokens, or no longer. */
    public void setBroken(boolean isBroken) {
        facts().state().put("broken", String.valueOf(isBroken));
    }

    private Facts facts() {
        return context.getBean(Facts.class);
    }

    @Override
    public void close() {
        context.close();
    }

    record Facts(Map<String, List<String>> groups, Map<String, String> state) {

        Instant shifted(Instant time) {
            return time.plus(Duration.parse(state.getOrDefault("ahead", "PT0S")));
        }
    }

    /** Not a Configuration by name, since the app that is tested would find it. */
    @EnableWebSecurity
    static class Server {

        @Bean
        Facts facts() {
            return new Facts(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        @Bean
        TomcatServletWebServerFactory tomcat() {
            var tomcat = new TomcatServletWebServerFactory(0);
            // Without any servlet, no filter is called either.
            tomcat.setRegisterDefaultServlet(true);
            return tomcat;
        }

        @Bean
        FilterRegistrationBean<Filter> security(@Qualifier("springSecurityFilterChain") Filter chain) {
            var registration = new FilterRegistrationBean<>(chain);
            registration.setDispatcherTypes(DispatcherType.REQUEST);
            return registration;
        }

        @Bean
        FilterRegistrationBean<Filter> faults(Facts facts) {
            var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
                if (Boolean.parseBoolean(facts.state().get("broken"))
                        && request instanceof HttpServletRequest http
                        && http.getRequestURI().equals("/oauth2/token")) {
                    ((HttpServletResponse) response).sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                } else {
                    chain.doFilter(request, response);
                }
            });
            registration.setOrder(Integer.MIN_VALUE);
            return registration;
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .httpBasic(basic -> basic.securityContextRepository(new HttpSessionSecurityContextRepository()))
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return name -> User.withUsername(name)
                    .password("{noop}" + SECRET)
                    .authorities("known")
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId(UUID.randomUUID().toString())
                            .clientId("duckboard")
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri("http://127.0.0.1/login/oauth2/code/oidc")
                            .scope("openid")
                            .scope("profile")
                            .scope("email")
                            .build());
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> tokens(Facts facts) {
            return token -> {
                if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    Authentication principal = Objects.requireNonNull(token.getPrincipal());
                    String name = principal.getName();
                    token.getClaims().claim("groups", facts.groups().getOrDefault(name, List.of()));
                    token.getClaims()
                            .claims(claims -> claims.replaceAll(
                                    (_, value) -> value instanceof Instant time ? facts.shifted(time) : value));
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("key")
                    .build()));
        }
    }
}
