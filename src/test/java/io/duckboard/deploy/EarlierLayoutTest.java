package io.duckboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.code.EnginePackage;
import io.duckboard.deploy.price.MonthlyUse;
import io.duckboard.deploy.stack.StackEvent;
import io.duckboard.deploy.stack.StackProgress;
import io.duckboard.testing.cloud.EngineZip;
import io.duckboard.testing.cloud.PretendCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When a stack without _duckboard/ is updated, its functions keep writing to their old places for an hour, and never
 * again.
 */
class EarlierLayoutTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00.123Z");

    private static final Map<String, String> LAKE =
            Map.of("LakeBucket", "the-lake", "LakePrefix", "", "LakeIsNew", "true");

    @TempDir
    private Path folder;

    private PretendCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = PretendCloud.start();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void lastsAnHourFromTheUpdateThatEndsIt() {
        cloud.stack("UPDATE_COMPLETE").parameters(LAKE);

        deploy(NOW);

        assertThat(cloud.sentParameters()).containsEntry("OldLayoutUntil", "2026-11-29T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-29T09:00:00Z", ""})
    void isNotProlongedByLaterDeployments(String until) {
        var parameters = new HashMap<>(LAKE);
        parameters.put("OldLayoutUntil", until);
        cloud.stack("UPDATE_COMPLETE").parameters(parameters);

        deploy(NOW.plusSeconds(60));

        assertThat(cloud.sentParameters()).containsEntry("OldLayoutUntil", until);
    }

    @Test
    void isNoneOfANewStack() {
        deploy(NOW);

        assertThat(cloud.sentParameters()).containsEntry("OldLayoutUntil", "");
    }

    @Test
    void isNoneOfAStackThatIsMadeAnew() {
        cloud.stack("ROLLBACK_COMPLETE").parameters(LAKE);

        deploy(NOW);

        assertThat(cloud.sentParameters()).containsEntry("OldLayoutUntil", "");
    }

    @Test
    void isSaidInThePlanOfAnUpdateAndNotBegun() {
        cloud.stack("UPDATE_COMPLETE").parameters(LAKE);
        try (Aws aws = Aws.of(cloud.environment())) {
            deployment(aws, NOW).plan(new MonthlyUse(1, Duration.ofSeconds(1), Duration.ofSeconds(1), 1));
        }

        assertThat(cloud.sentParameters()).containsEntry("OldLayoutUntil", "2026-11-29T09:00:00Z");
        assertThat(cloud.asked()).doesNotContain("ExecuteChangeSet");
    }

    private void deploy(Instant now) {
        try (Aws aws = Aws.of(cloud.environment())) {
            deployment(aws, now).run();
        }
    }

    private Deployment deployment(Aws aws, Instant now) {
        var options = new DeployOptions(
                DeployOptions.DEFAULT_STACK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Deployment(
                aws,
                options,
                EnginePackage.in(EngineZip.in(folder)),
                _ -> "{}",
                new Silence(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Ignores all progress. */
    private static final class Silence implements StackProgress {
        @Override
        public void step(String what) {}

        @Override
        public void note(String what) {}

        @Override
        public void begun() {}

        @Override
        public void ended() {}

        @Override
        public void event(StackEvent event) {}
    }
}
