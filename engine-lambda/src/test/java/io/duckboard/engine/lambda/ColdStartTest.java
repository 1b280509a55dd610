package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A first call pays for the start it caused, and for no other start. */
class ColdStartTest {

    private static final String TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";

    @Test
    @EnabledOnOs(OS.LINUX)
    void isTheAgeOfTheProcess() {
        Instant start = ProcessHandle.current().info().startInstant().orElseThrow();

        assertThat(ColdStart.billed(Map.of(TYPE, "on-demand")))
                .isCloseTo(Duration.between(start, Instant.now()), Duration.ofSeconds(2));
    }

    @Test
    void costsNothingWhenTheFunctionWasReadyAhead() {
        assertThat(ColdStart.billed(Map.of(TYPE, "snap-start"))).isZero();
        assertThat(ColdStart.billed(Map.of(TYPE, "provisioned-concurrency"))).isZero();
    }
}
