package io.duckboard.security.signin;

import com.github.benmanes.caffeine.cache.Ticker;
import io.duckboard.security.Asking;
import io.duckboard.security.SignInLog;
import io.duckboard.security.SignInSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The chain that each request passes where people sign in. It has no tokens against forged requests of its own: before
 * it stands {@code RequestGate}, which takes a change only from the app's own pages, and Vaadin's own tokens stand
 * behind it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(SignInIsOn.class)
@EnableWebSecurity
class SignInConfiguration {

    /** After the gate and the door, and before all that has something to say. */
    private static final int ORDER = -100;

    /** A browser keeps cookies of 4 kB, and this becomes a third longer there. */
    private static final int LONGEST_QUERY = 2_500;

    @Bean
    Sessions sessions(SignInSettings settings, SignInLog log) {
        return new Sessions(settings, log, System::nanoTime);
    }

    @Bean
    ServletListenerRegistrationBean<Sessions> endsOfSessions(Sessions sessions) {
        return new ServletListenerRegistrationBean<>(sessions);
    }

    @Bean
    KnownPeople knownPeople(SignInSettings settings, SignInLog log) {
        return KnownPeople.of(settings, log);
    }

    @Bean
    FilterRegistrationBean<Filter> signIn(@Qualifier("springSecurityFilterChain") Filter chain) {
        var registration = new FilterRegistrationBean<Filter>(unlessAsking(chain));
        registration.setOrder(ORDER);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }

    /** Else it would be registered once more, for all requests, as each filter is. */
    @Bean
    FilterRegistrationBean<Filter> signInAlone(@Qualifier("springSecurityFilterChain") Filter chain) {
        var registration = new FilterRegistrationBean<>(chain);
        registration.setEnabled(false);
        return registration;
    }

    /** Whoever has sent a token needs no session, and gets none. */
    private static Filter unlessAsking(Filter signIn) {
        return (request, response, chain) -> {
            if (Asking.now().isPresent()) {
                chain.doFilter(request, response);
            } else {
                signIn.doFilter(request, response, chain);
            }
        };
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http, SignInSettings settings, Sessions sessions, KnownPeople known, SignInLog log)
            throws IOException {
        Optional<UsersFile> users = known.users();
        var people = new OidcPeople(settings.oidc());
        CookieRequestCache wanted = wanted();
        var admitted = new Admitted(sessions, users, people);
        admitted.setRequestCache(wanted);
        var refused = new Refused(log, users);
        http.addFilterBefore(new SessionCheck(sessions), SecurityContextHolderFilter.class)
                .addFilterAfter(new SignInPage(settings), SecurityContextHolderFilter.class)
                .addFilterAfter(new RecordedDoor(log), SecurityContextHolderFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(wanted))
                // A session of before has nothing that the one of after may have, least of all pages of somebody else.
                .sessionManagement(session -> session.sessionFixation(SessionFixationConfigurer::newSession))
                .authorizeHttpRequests(requests -> requests.requestMatchers(Ways::isOpen)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new Stranger()))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/sign-out"))
                        .addLogoutHandler(new SignOut(sessions))
                        .logoutSuccessUrl(Trouble.OUT.address()));
        users.ifPresent(
                file -> http.authenticationProvider(new PasswordSignIn(file, new Throttle(Ticker.systemTicker())))
                        .formLogin(form -> form.loginPage(SignInPage.ADDRESS)
                                .usernameParameter("name")
                                .successHandler(admitted)
                                .failureHandler(refused)));
        if (settings.oidc().issuer().isPresent()) {
            http.oauth2Login(server -> server.loginPage(SignInPage.ADDRESS)
                    .clientRegistrationRepository(new OidcServer(settings.oidc()))
                    .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                    .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(OidcTokens.client()))
                    .userInfoEndpoint(facts -> facts.oidcUserService(people))
                    .successHandler(admitted)
                    .failureHandler(refused)
                    .withObjectPostProcessor(new FailureInWords(refused)));
        }
        return http.build();
    }

    /** Has the stranger's own browser keep the page that was wanted: strangers come in any number. */
    private static CookieRequestCache wanted() {
        var wanted = new CookieRequestCache();
        wanted.setRequestMatcher(request -> Ways.isPage(request)
                && Optional.ofNullable(request.getQueryString()).orElse("").length() <= LONGEST_QUERY);
        wanted.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return wanted;
    }

    /** Spring Security looks for it among the beans. */
    @Bean
    OidcTokens oidcTokens() {
        return new OidcTokens();
    }

    /**
     * Has the page say it where the way to the server fails, which ends in a status otherwise.
     *
     * @param refused what says it
     */
    private record FailureInWords(Refused refused)
            implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
            filter.setAuthenticationFailureHandler(refused);
            return filter;
        }
    }
}
