package io.duckboard.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.testing.Attack;
import io.duckboard.security.Asker;
import io.duckboard.security.Origin;
import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import io.duckboard.testing.KeptHome;
import io.duckboard.testing.SettableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody asks more than they may, nobody waits longer than they have to, and the clock on the wall is not trusted. */
@Attack("The clock is set back, or the app started again, so that somebody may ask more than is allowed")
class LimitsTest {

    @RegisterExtension
    static final KeptHome HOME = new KeptHome();

    private final SettableClock clock = new SettableClock();
    private final AtomicLong passed = new AtomicLong();
    private final Asker ann = asker();
    private String allowance = "none";
    private Limits limits = limits();

    @BeforeEach
    void forgetWhatOthersUsed() {
        HOME.database().jdbc().sql("DELETE FROM day_of_use").update();
    }

    @Test
    void refusesMoreAtOnceThanAllowedUntilOneHasEnded() {
        allowance = "queries=2";
        Permit first = admitted();
        admitted();

        Admission.Refused refused = refused();
        assertThat(refused.failure().message())
                .isEqualTo("2 queries of yours are running, as many as may at once (queries=2).");
        first.close();
        first.close();
        admitted();
        refused();
    }

    @Test
    void saysWhenTheNextOfAMinuteIsFree() {
        allowance = "per-minute=2";
        admitted().close();
        pass(Duration.ofSeconds(20));
        admitted().close();
        pass(Duration.ofSeconds(28));

        Admission.Refused refused = refused();

        assertThat(refused.failure().message())
                .isEqualTo("You have asked 2 queries in the last minute, as many as you may (per-minute=2).");
        assertThat(refused.failure().hint()).isEqualTo("The next is free in 12 s.");
        assertThat(refused.freeIn()).isEqualTo(Duration.ofSeconds(12));
        pass(refused.freeIn());
        admitted();
    }

    @Test
    void countsNothingWhoseAnswerWasKnown() {
        allowance = "per-minute=1";
        for (int i = 0; i < 10; i++) {
            try (Permit permit = admitted()) {
                permit.takeBack();
            }
        }

        admitted().close();
        refused();
    }

    @Test
    void letsTheQueryEndThatCrossesTheLineOfTheDayAndRefusesTheNext() {
        allowance = "bytes-per-day=1GB";
        try (Permit permit = admitted()) {
            permit.used(999_999_999, BigDecimal.ZERO);
        }
        try (Permit permit = admitted()) {
            permit.used(5_000_000_000L, BigDecimal.ZERO);
        }

        Admission.Refused refused = refused();

        assertThat(limits.toTheNextDay()).isEqualTo(refused.freeIn());
        assertThat(refused.failure().message())
                .isEqualTo("You have read 6.0 GB today, as much as you may (bytes-per-day=1.0 GB).");
        assertThat(refused.failure().hint())
                .isEqualTo("You can ask again in 12 h 0 min, when the next day of UTC begins.");
        clock.advance(refused.freeIn());
        admitted();
    }

    @Test
    void refusesWhatWouldCostMoreThanADayMay() {
        allowance = "dollars-per-day=0.01";
        try (Permit permit = admitted()) {
            permit.used(1, new BigDecimal("0.0100000000"));
        }

        assertThat(refused().failure().message()).contains("(dollars-per-day=0.01)");
    }

    @Test
    void givesNobodyMoreAfterARestart() {
        allowance = "bytes-per-day=1MB";
        try (Permit permit = admitted()) {
            permit.used(2_000_000, new BigDecimal("0.0000012345"));
        }
        HOME.restart();
        limits = limits();

        refused();
        assertThat(limits.usedToday(ann)).isEqualTo(new Used(2_000_000, new BigDecimal("0.000001234500")));
    }

    @Test
    void countsEachPersonApart() {
        allowance = "queries=1";
        admitted();

        assertThat(limits.admit(asker())).isInstanceOf(Admission.Admitted.class);
        refused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "-P1D", "-P400D", "P400D"})
    void isNotTalkedIntoMoreByAClockThatIsSetBackNorLocksAnybodyOut(Duration jump) {
        allowance = "bytes-per-day=1MB";
        // As a clock far ahead would have it when it is set right again.
        if (!jump.isNegative()) {
            clock.advance(jump);
        }
        useUp();

        clock.advance(jump.isNegative() ? jump : jump.negated());

        Admission.Refused refused = refused();
        assertThat(refused.freeIn()).isLessThanOrEqualTo(Duration.ofDays(1).plusHours(1));
        pass(Duration.ofDays(2));
        clock.advance(Duration.ofDays(2));
        admitted();
    }

    @Test
    void isNotLockedOutForYearsByAClockThatWasFarAheadBeforeARestart() {
        allowance = "bytes-per-day=1MB";
        clock.advance(Duration.ofDays(4_000));
        useUp();
        clock.advance(Duration.ofDays(-4_000));
        limits = limits();

        assertThat(refused().freeIn()).isLessThanOrEqualTo(Duration.ofDays(1));
        clock.advance(Duration.ofDays(1));
        admitted();
    }

    /** Generated with fixed seeds: the counters agree with a list of all that has happened. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithAListOfAllThatHasHappened(long seed) {
        allowance = "queries=3 per-minute=10";
        var random = new Random(seed);
        List<Long> begun = new ArrayList<>();
        Deque<Permit> running = new ArrayDeque<>();
        for (int step = 0; step < 2_000; step++) {
            if (random.nextInt(4) == 0 && !running.isEmpty()) {
                running.poll().close();
            } else if (random.nextInt(3) == 0) {
                pass(Duration.ofMillis(random.nextInt(15_000)));
            } else {
                long now = passed.get();
                long recent = begun.stream()
                        .filter(at -> now - at < Duration.ofMinutes(1).toNanos())
                        .count();
                Admission admission = limits.admit(ann);
                assertThat(admission instanceof Admission.Admitted)
                        .as("step %s", step)
                        .isEqualTo(running.size() < 3 && recent < 10);
                if (admission instanceof Admission.Admitted(Permit permit)) {
                    running.add(permit);
                    begun.add(now);
                }
            }
        }
    }

    private void useUp() {
        try (Permit permit = admitted()) {
            permit.used(1_000_000, BigDecimal.ZERO);
        }
        refused();
    }

    private Limits limits() {
        return new Limits(
                _ -> AllowanceText.read(allowance, Allowance.UNBOUNDED),
                new HomeUseBook(HOME.database()),
                clock,
                passed::get);
    }

    private Permit admitted() {
        return switch (limits.admit(ann)) {
            case Admission.Admitted(Permit permit) -> permit;
            case Admission.Refused refused -> throw new AssertionError(refused);
        };
    }

    private Admission.Refused refused() {
        return switch (limits.admit(ann)) {
            case Admission.Refused refused -> refused;
            case Admission.Admitted _ -> throw new AssertionError("It was admitted.");
        };
    }

    private void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    private static Asker asker() {
        return new Asker(new Owner("user:" + UUID.randomUUID()), "ann", Role.ANALYST, CallerId.random(), Origin.APP);
    }
}
