package io.duckboard.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who tries many passwords waits, whatever the clock on the wall says. */
class ThrottleTest {

    private final AtomicLong passed = new AtomicLong();
    private final Throttle throttle = new Throttle(passed::get);

    @Test
    void refusesANameAfterTenTriesFromAnAddress() {
        for (int i = 0; i < Throttle.FOR_A_NAME; i++) {
            assertThat(throttle.admits("ann", "address")).isTrue();
        }

        assertThat(throttle.admits("ann", "address")).isFalse();
        assertThat(throttle.admits("bob", "address")).isTrue();
    }

    @Test
    void keepsNobodyOutWhomAnotherAddressHasTried() {
        for (int i = 0; i < 2 * Throttle.FROM_AN_ADDRESS; i++) {
            throttle.admits("ann", "a stranger's");
        }

        assertThat(throttle.admits("ann", "ann's")).isTrue();
    }

    @Test
    void refusesANameAfterAHundredTriesFromAnywhere() {
        for (int i = 0; i < Throttle.FOR_A_NAME_FROM_ANYWHERE; i++) {
            assertThat(throttle.admits("ann", "address " + i)).isTrue();
        }

        assertThat(throttle.admits("ann", "another address")).isFalse();
    }

    @Test
    void doesNotLockAnOfficeForOneWhoGoesOnTrying() {
        for (int i = 0; i < 2 * Throttle.FROM_AN_ADDRESS; i++) {
            throttle.admits("ann", "office");
        }

        assertThat(throttle.admits("bob", "office")).isTrue();
    }

    @Test
    void refusesAnAddressAfterFiftyTriesForAnyNames() {
        for (int i = 0; i < Throttle.FROM_AN_ADDRESS; i++) {
            assertThat(throttle.admits("name " + i, "address")).isTrue();
        }

        assertThat(throttle.admits("ann", "address")).isFalse();
        assertThat(throttle.admits("ann", "another address")).isTrue();
    }

    @Test
    void admitsAgainAfterFiveMinutesWhoeverTriesMeanwhile() {
        for (int i = 0; i < Throttle.FOR_A_NAME; i++) {
            throttle.admits("ann", "address");
        }
        passed.addAndGet(Throttle.WAIT.minus(Duration.ofSeconds(1)).toNanos());
        assertThat(throttle.admits("ann", "address")).isFalse();

        passed.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(throttle.admits("ann", "address")).isTrue();
    }

    @Test
    void forgetsWrongPasswordsAfterTheRightOne() {
        for (int i = 1; i < Throttle.FOR_A_NAME; i++) {
            throttle.admits("ann", "address");
        }
        throttle.admits("ann", "address");
        throttle.succeeded("ann", "address");

        assertThat(throttle.admits("ann", "address")).isTrue();
    }
}
