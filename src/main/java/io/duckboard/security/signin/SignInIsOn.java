package io.duckboard.security.signin;

import java.util.stream.Stream;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Where nobody signs in, not a class of Spring Security is loaded. */
final class SignInIsOn implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Stream.of("duckboard.users", "duckboard.oidc.issuer")
                .map(name -> context.getEnvironment().getProperty(name, ""))
                .anyMatch(value -> !value.isBlank());
    }
}
