package io.duckboard.security.signin;

import io.duckboard.security.Person;
import io.duckboard.security.SignInEvent;
import io.duckboard.security.SignInLog;
import io.duckboard.security.SignInSettings;
import io.duckboard.security.SignedIn;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of those who have signed in. A session ends when it has lasted too long, when nobody has used it for too
 * long, or when its person is no longer who has signed in: gone, of another role, or with another password. With it end
 * its pages, and what is pushed to them.
 */
final class Sessions implements HttpSessionListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** A page that is only pushed to asks for nothing, so somebody has to look. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final String OVER = "The session has lasted as long as it may.";
    private static final String IDLE = "Nobody has used the session for too long.";
    private static final String NOT_THE_SAME = "The person is gone, or has another role or password.";

    /** The server itself ends sessions that nobody uses, and all of them when it stops. */
    private static final String BY_THE_SERVER = "The session has ended.";

    private final SignInSettings settings;
    private final SignInLog log;
    private final LongSupplier nanoseconds;
    private final Map<String, Live> all = new ConcurrentHashMap<>();
    private final Map<String, String> reasons = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sessions").factory());

    /** @param nanoseconds a clock that only goes forward, whatever the time of day is set to */
    Sessions(SignInSettings settings, SignInLog log, LongSupplier nanoseconds) {
        this.settings = settings;
        this.log = log;
        this.nanoseconds = nanoseconds;
        var _ = watch.scheduleWithFixedDelay(this::review, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Makes the session a person's.
     *
     * @param address from where the person signs in
     * @param isStill whether the person is still who has signed in
     */
    void begin(HttpSession session, Person person, String address, Predicate<Person> isStill) {
        long now = nanoseconds.getAsLong();
        session.setMaxInactiveInterval(Math.toIntExact(settings.sessionIdle().toSeconds()));
        session.setAttribute(SignedIn.PERSON, person);
        all.put(session.getId(), new Live(person, address, session, isStill, now, now));
        log.add(new SignInEvent.Entered(person, address));
        LOG.info("{} signed in as {}", person.owner(), person.role().word());
    }

    /** Ends the session if it is over. */
    void check(HttpSession session) {
        Live live = all.get(session.getId());
        if (live == null) {
            if (session.getAttribute(SignedIn.PERSON) != null) {
                end(session);
            }
        } else {
            reasonToEnd(live).ifPresent(reason -> end(session, reason));
        }
    }

    /** Notes that somebody uses the session. */
    void used(HttpSession session) {
        all.computeIfPresent(session.getId(), (_, live) -> live.usedAt(nanoseconds.getAsLong()));
    }

    /** Ends all sessions of a person, on all machines. */
    void endAll(Person person) {
        all.values().stream()
                .filter(live -> live.person().owner().equals(person.owner()))
                .map(Live::session)
                .forEach(session -> end(session, "Signed out everywhere."));
    }

    /** Notes why the session, which ends now, does so. */
    void leaves(HttpSession session, String reason) {
        if (all.containsKey(session.getId())) {
            reasons.put(session.getId(), reason);
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        String id = event.getSession().getId();
        String reason = Optional.ofNullable(reasons.remove(id)).orElse(BY_THE_SERVER);
        Optional.ofNullable(all.remove(id)).ifPresent(live -> {
            LOG.info("a session of {} has ended", live.person().owner());
            log.add(new SignInEvent.Left(live.person(), live.address(), reason));
        });
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private void review() {
        try {
            all.values().forEach(live -> reasonToEnd(live).ifPresent(reason -> end(live.session(), reason)));
        } catch (RuntimeException e) {
            // The watch would end with it, and sessions would not.
            LOG.error("the sessions cannot be looked after", e);
        }
    }

    private Optional<String> reasonToEnd(Live live) {
        long now = nanoseconds.getAsLong();
        if (now - live.begunAt() >= settings.sessionLength().toNanos()) {
            return Optional.of(OVER);
        }
        if (now - live.usedAt() >= settings.sessionIdle().toNanos()) {
            return Optional.of(IDLE);
        }
        return live.isStill().test(live.person()) ? Optional.empty() : Optional.of(NOT_THE_SAME);
    }

    private void end(HttpSession session, String reason) {
        leaves(session, reason);
        end(session);
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            LOG.debug("a session had ended by itself", e);
        }
    }

    /** The times are in nanoseconds. */
    private record Live(
            Person person, String address, HttpSession session, Predicate<Person> isStill, long begunAt, long usedAt) {

        Live usedAt(long now) {
            return new Live(person, address, session, isStill, begunAt, now);
        }
    }
}
