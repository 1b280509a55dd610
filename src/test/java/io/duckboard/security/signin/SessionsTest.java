package io.duckboard.security.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.security.Person;
import io.duckboard.security.Role;
import io.duckboard.security.SignInEvent;
import io.duckboard.testing.SignIn;
import jakarta.servlet.http.HttpSessionEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/** A session ends in time, whatever the clock on the wall says, and with its person's right to it. */
class SessionsTest {

    private static final Person ANN = new Person("user:ann", "ann", Role.ANALYST);

    private static final String HERE = "192.0.2.7";

    private final NotedSignIns log = new NotedSignIns();
    private final AtomicLong passed = new AtomicLong();
    private final Sessions sessions = new Sessions(SignIn.by(Path.of("users")), log, passed::get);
    private final MockHttpSession session = new MockHttpSession();

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void endsWhenNobodyHasUsedItForHalfAnHour() {
        sessions.begin(session, ANN, HERE, _ -> true);
        pass(Duration.ofMinutes(29));
        sessions.used(session);
        pass(Duration.ofMinutes(29));
        assertThat(isOver()).isFalse();

        pass(Duration.ofMinutes(1));

        assertThat(isOver()).isTrue();
    }

    @Test
    void endsAfterTwelveHoursHoweverMuchItIsUsed() {
        sessions.begin(session, ANN, HERE, _ -> true);
        for (int i = 1; i < 12 * 4; i++) {
            pass(Duration.ofMinutes(15));
            sessions.used(session);
        }
        assertThat(isOver()).isFalse();

        pass(Duration.ofMinutes(15));

        assertThat(isOver()).isTrue();
    }

    /** Its page may only be pushed to, and never ask. */
    @Test
    void endsByItselfWithItsPersonsRight() {
        var isStill = new AtomicBoolean(true);
        sessions.begin(session, ANN, HERE, _ -> isStill.get());

        isStill.set(false);

        await().until(session::isInvalid);
    }

    @Test
    void endsWithAllOthersOfThePerson() {
        var elsewhere = new MockHttpSession();
        var bobs = new MockHttpSession();
        sessions.begin(session, ANN, HERE, _ -> true);
        sessions.begin(elsewhere, ANN, HERE, _ -> true);
        sessions.begin(bobs, new Person("user:bob", "bob", Role.ANALYST), HERE, _ -> true);

        sessions.endAll(ANN);

        assertThat(session.isInvalid()).isTrue();
        assertThat(elsewhere.isInvalid()).isTrue();
        assertThat(bobs.isInvalid()).isFalse();
    }

    @Test
    void isForgottenOnceItHasEnded() {
        sessions.begin(session, ANN, HERE, _ -> true);
        sessions.sessionDestroyed(new HttpSessionEvent(session));

        sessions.check(session);

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void isNotedFromItsBeginningToItsEndWithTheReason() {
        sessions.begin(session, ANN, HERE, _ -> true);

        sessions.leaves(session, "Signed out.");
        sessions.sessionDestroyed(new HttpSessionEvent(session));

        assertThat(log.events())
                .containsExactly(new SignInEvent.Entered(ANN, HERE), new SignInEvent.Left(ANN, HERE, "Signed out."));
    }

    @Test
    void isNotedToHaveEndedBecauseTheRoleWasTakenAway() {
        var isStill = new AtomicBoolean(true);
        sessions.begin(session, ANN, HERE, _ -> isStill.get());
        isStill.set(false);

        assertThat(isOver()).isTrue();
        sessions.sessionDestroyed(new HttpSessionEvent(session));

        assertThat(log.events())
                .contains(new SignInEvent.Left(ANN, HERE, "The person is gone, or has another role or password."));
    }

    private boolean isOver() {
        sessions.check(session);
        return session.isInvalid();
    }

    private void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }
}
