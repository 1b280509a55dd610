package io.duckboard.audit;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.SignInSettings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

    private static final List<String> SAID = List.of(
            "server.address",
            "duckboard.lake",
            "duckboard.users",
            "duckboard.oidc.issuer",
            "duckboard.limit.viewer",
            "duckboard.limit.analyst",
            "duckboard.limit.operator",
            "duckboard.limit.users");

    private final AuditSettings settings;
    private final Optional<AuditFile> file;

    /** @throws FailureException if the file cannot be written */
    AuditConfiguration(AuditSettings settings, SignInSettings signIn) {
        this.settings = settings;
        this.file = settings.file(signIn.isOn())
                .map(path -> AuditFile.open(path, settings.mostBytes(), settings.auditFiles()));
    }

    @Bean
    Audit audit(Clock clock) {
        return new Audit(
                file,
                settings.auditStdout() ? Optional.of(System.out) : Optional.empty(),
                new AuditLines(settings.auditSql() ? AuditLines.SqlText.WRITTEN : AuditLines.SqlText.LEFT_OUT),
                clock);
    }

    /** What is set by the environment changes with a start. No secret is among it. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> startIsRecorded(Audit audit, Environment environment) {
        return _ -> audit.record(new AuditEvent.Setting("Duckboard has started"
                + SAID.stream()
                        .filter(name -> !environment.getProperty(name, "").isBlank())
                        .map(name -> name + "=" + environment.getProperty(name, ""))
                        .collect(Collectors.joining(", ", ": ", ""))));
    }

    @Bean
    AuditSearch auditSearch() {
        return new AuditSearch(file);
    }
}
