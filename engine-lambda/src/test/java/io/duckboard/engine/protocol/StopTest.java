package io.duckboard.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reason why a query was stopped survives the end of its process. */
class StopTest {

    @ParameterizedTest
    @EnumSource
    void isReadFromLambdasReport(Stop stop) {
        assertThat(Stop.in("{\"errorMessage\":\"RequestId: 1 Error: Runtime exited with error: exit status "
                        + stop.exitStatus() + "\",\"errorType\":\"Runtime.ExitError\"}"))
                .hasValue(stop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit status 1", "exit status 12", "exit status 1240", "signal: killed"})
    void isNotReadIntoOtherEnds(String end) {
        assertThat(Stop.in("RequestId: 1 Error: Runtime exited with error: " + end))
                .isEmpty();
    }

    @Test
    void tellsTheTimeThatWasAllowed() {
        assertThat(Stop.DEADLINE.problem(Duration.ofMillis(1_500)).message()).contains("1.5 s");
        assertThat(Stop.DEADLINE.problem(Duration.ofSeconds(60)).message()).contains("60 s");
    }
}
