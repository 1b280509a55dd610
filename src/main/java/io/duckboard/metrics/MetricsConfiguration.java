package io.duckboard.metrics;

import io.duckboard.client.QueryService;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Conditional(MetricsAreOn.class)
@EnableConfigurationProperties(MetricsSettings.class)
class MetricsConfiguration {

    /** After the gate and the door, and before sign-in: a collector has a token in place of an account. */
    private static final int ORDER = -150;

    @Bean
    JvmGcMetrics gcMetrics() {
        return new JvmGcMetrics();
    }

    @Bean
    PrometheusMeterRegistry meters(QueryService queries, JvmGcMetrics collections) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        CallMetrics.of(queries, registry);
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return registry;
    }

    @Bean
    FilterRegistrationBean<MetricsAnswers> metrics(PrometheusMeterRegistry registry, MetricsSettings settings) {
        var registration = new FilterRegistrationBean<>(new MetricsAnswers(registry, settings.token()));
        registration.addUrlPatterns(MetricsAnswers.ADDRESS);
        registration.setOrder(ORDER);
        return registration;
    }
}
