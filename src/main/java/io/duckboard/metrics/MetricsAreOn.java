package io.duckboard.metrics;

import java.util.stream.Stream;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Where nobody collects metrics, not one of Micrometer's meters is loaded. */
final class MetricsAreOn implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Stream.of("duckboard.metrics-token", "duckboard.metrics-token-file")
                .map(name -> context.getEnvironment().getProperty(name, ""))
                .anyMatch(value -> !value.isBlank());
    }
}
