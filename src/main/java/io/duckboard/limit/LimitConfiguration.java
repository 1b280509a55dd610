package io.duckboard.limit;

import io.duckboard.audit.Audit;
import io.duckboard.database.HomeDatabase;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Asker;
import io.duckboard.security.Role;
import io.duckboard.security.SignInSettings;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

    /** @throws FailureException if a limit cannot be read */
    @Bean
    Limits limits(LimitSettings settings, SignInSettings signIn, HomeDatabase database, Audit audit, Clock clock) {
        return new Limits(
                allowances(settings, signIn.isOn(), audit), new HomeUseBook(database), clock, System::nanoTime);
    }

    static Function<Asker, Allowance> allowances(LimitSettings settings, boolean isForTeam, Audit audit) {
        Map<Role, Allowance> roles = new EnumMap<>(Role.class);
        Arrays.stream(Role.values()).forEach(role -> roles.put(role, settings.of(role, isForTeam)));
        Optional<PeopleFile> people = settings.usersFile().map(file -> PeopleFile.open(file, audit));
        return asker -> {
            Allowance role = Objects.requireNonNull(roles.get(asker.role()));
            return people.map(file -> file.of(asker.owner(), role)).orElse(role);
        };
    }
}
