package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.testing.ObservedEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dot beside the lake's name turns red for faults of the engine, not for faults of a query. */
class EngineStateTest {

    @ParameterizedTest
    @EnumSource(
            names = {
                "SYNTAX",
                "UNKNOWN_NAME",
                "NOT_ALLOWED",
                "INVALID_REQUEST",
                "CANCELLED",
                "TIMEOUT",
                "RESULT_TOO_LARGE"
            })
    void isWarmAfterAQueryThatWasWrong(ErrorCode code) {
        assertThat(EngineState.after(ObservedEngine.failure(code))).isEqualTo(EngineState.WARM);
    }

    @ParameterizedTest
    @EnumSource(names = {"LAKE_UNAVAILABLE", "LAKE_DENIED", "FILE_DAMAGED", "OUT_OF_MEMORY", "INTERNAL", "BUSY"})
    void isFailedWhereTheEngineOrItsLakeIs(ErrorCode code) {
        assertThat(EngineState.after(ObservedEngine.failure(code))).isEqualTo(EngineState.FAILED);
    }

    @Test
    void isFailedWhereNobodyAnswers() {
        assertThat(EngineState.after(new QueryOutcome.Unreachable("Nobody.", "Start it.")))
                .isEqualTo(EngineState.FAILED);
    }
}
