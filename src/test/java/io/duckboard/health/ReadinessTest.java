package io.duckboard.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.CancelOutcome;
import io.duckboard.client.ExportOutcome;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.testing.KeptHome;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;

/** The app is ready as long as nothing that it needs is missing, and nobody wakes an engine to find out. */
class ReadinessTest {

    @RegisterExtension
    static final KeptHome HOME = new KeptHome();

    private final AtomicReference<ReadinessState> app = new AtomicReference<>(ReadinessState.ACCEPTING_TRAFFIC);
    private final AtomicBoolean engineIsOpen = new AtomicBoolean(true);
    private final AtomicLong now = new AtomicLong();

    @Test
    void isReadyWhenAllIsThere() {
        assertThat(readiness().isReady()).isTrue();
    }

    @Test
    void isNotReadyOnItsWayDown() {
        app.set(ReadinessState.REFUSING_TRAFFIC);

        assertThat(readiness().isReady()).isFalse();
    }

    @Test
    void isNotReadyWithoutItsEngine() {
        engineIsOpen.set(false);

        assertThat(readiness().isReady()).isFalse();
    }

    @Test
    void isNotReadyWithoutItsDatabaseAndAsksItAtMostOnceASecond() {
        Readiness readiness = readiness();
        assertThat(readiness.isReady()).isTrue();
        HOME.database().close();

        assertThat(readiness.isReady()).as("within the second").isTrue();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(readiness.isReady()).isFalse();
        HOME.restart();
    }

    private Readiness readiness() {
        return new Readiness(new Availability(app), HOME.database(), new Engine(engineIsOpen), now::get);
    }

    private record Availability(AtomicReference<ReadinessState> app) implements ApplicationAvailability {

        @Override
        public ReadinessState getReadinessState() {
            return app.get();
        }

        @Override
        public LivenessState getLivenessState() {
            return LivenessState.CORRECT;
        }

        @Override
        public <S extends AvailabilityState> S getState(Class<S> type, S otherwise) {
            return otherwise;
        }

        @Override
        public <S extends AvailabilityState> @Nullable S getState(Class<S> type) {
            return null;
        }

        @Override
        public <S extends AvailabilityState> @Nullable AvailabilityChangeEvent<S> getLastChangeEvent(Class<S> type) {
            return null;
        }
    }

    /** An engine that fails the test when it is called. */
    private record Engine(AtomicBoolean isOpen) implements QueryEngine {

        @Override
        public boolean isReady() {
            return isOpen.get();
        }

        @Override
        public RowsOutcome ask(Request.Query query) {
            throw called();
        }

        @Override
        public ExportOutcome export(Request.Query query, Export into) {
            throw called();
        }

        @Override
        public CancelOutcome cancel(UUID queryId) {
            throw called();
        }

        @Override
        public InputStream open(ResultFile file) {
            throw called();
        }

        @Override
        public String description() {
            return "asleep";
        }

        private static AssertionError called() {
            return new AssertionError("The engine was called.");
        }
    }
}
