package io.duckboard.trace;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    /** After the gate and the door: what they refuse is nothing to follow. Before sign-in, which takes its time. */
    private static final int ORDER = -200;

    @Bean
    Traces traces(Environment environment) {
        if (!TracesAreOn.in(environment)) {
            return Traces.NONE;
        }
        Map<String, String> endpoints = TracesAreOn.ENDPOINTS.stream()
                .filter(environment::containsProperty)
                .collect(Collectors.toMap(Function.identity(), environment::getRequiredProperty));
        return Traces.sending(endpoints, environment.getProperty("duckboard.trace.sql", Boolean.class, false));
    }

    @Bean
    @Conditional(TracesAreOn.class)
    FilterRegistrationBean<TracedRequests> tracedRequests(Traces traces) {
        var registration = new FilterRegistrationBean<>(new TracedRequests(traces));
        registration.setOrder(ORDER);
        return registration;
    }
}
