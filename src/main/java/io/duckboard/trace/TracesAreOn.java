package io.duckboard.trace;

import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Where nobody collects traces, not a class of OpenTelemetry is loaded. */
final class TracesAreOn implements Condition {

    /** The standard's names, of which one is enough. */
    static final List<String> ENDPOINTS = List.of("otel.exporter.otlp.endpoint", "otel.exporter.otlp.traces.endpoint");

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }

    static boolean in(Environment environment) {
        return ENDPOINTS.stream().map(name -> environment.getProperty(name, "")).anyMatch(value -> !value.isBlank());
    }
}
