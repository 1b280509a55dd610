package io.duckboard.token;

import io.duckboard.database.HomeDatabase;
import io.duckboard.security.Roles;
import io.duckboard.security.SignedIn;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    /** After the gate and the door, and before people's sign-in. */
    private static final int ORDER = -101;

    /** @param roles given where people sign in */
    @Bean
    Tokens tokens(HomeDatabase database, Clock clock, ObjectProvider<Roles> roles) {
        return new Tokens(database, clock, roles.getIfAvailable(() -> Roles.OF_EVERYONE));
    }

    /** Wherever programs ask. */
    @Bean
    FilterRegistrationBean<Bearer> bearer(Tokens tokens, SignedIn people) {
        var registration = new FilterRegistrationBean<>(new Bearer(tokens, people));
        registration.setUrlPatterns(List.of("/api/*", "/mcp"));
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(ORDER);
        return registration;
    }
}
