package io.duckboard.health;

import io.duckboard.client.QueryEngine;
import io.duckboard.database.HomeDatabase;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    /** After the gate and the door, and before sign-in: what watches over the app has no account. */
    private static final int ORDER = -150;

    @Bean
    FilterRegistrationBean<HealthAnswers> health(
            ApplicationAvailability availability, HomeDatabase database, QueryEngine engine) {
        var readiness = new Readiness(availability, database, engine, System::nanoTime);
        var registration = new FilterRegistrationBean<>(new HealthAnswers(readiness));
        registration.addUrlPatterns(HealthAnswers.BOTH, HealthAnswers.LIVE, HealthAnswers.READY);
        registration.setOrder(ORDER);
        return registration;
    }
}
