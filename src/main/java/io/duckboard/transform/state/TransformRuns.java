package io.duckboard.transform.state;

import io.duckboard.audit.Audit;
import io.duckboard.audit.AuditEvent;
import io.duckboard.audit.AuditOutcome;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.run.TransformFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The current run, or the last one. It belongs to no page: it goes on when the user leaves the page that started it.
 */
@Component
public final class TransformRuns {

    private static final Logger LOG = LoggerFactory.getLogger(TransformRuns.class);

    private final TransformService transform;
    private final Supplier<Asker> askers;
    private final Audit audit;
    private final Clock clock;
    private final List<Consumer<RunState>> listeners = new CopyOnWriteArrayList<>();
    private Optional<RunState> state = Optional.empty();
    private @Nullable Thread thread;

    /** @param askers supplies whoever asks now, on the asker's thread */
    public TransformRuns(TransformService transform, Supplier<Asker> askers, Audit audit, Clock clock) {
        this.transform = transform;
        this.askers = askers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Starts a run, unless one is under way.
     *
     * @param from id of the node to begin with; empty for the whole project
     * @throws FailureException if whoever asks may not run it, or it could not be recorded
     */
    public synchronized void start(Optional<String> from) {
        Asker asker = checked(Place.TRANSFORM_START);
        if (state.filter(RunState::isRunning).isPresent()) {
            return;
        }
        change(_ -> new RunState(clock.instant(), Map.of(), Optional.empty()));
        thread = Thread.ofVirtual().name("transform").start(() -> run(from, asker));
    }

    /**
     * Cancels the current run; none of it is published.
     *
     * @throws FailureException if whoever asks may not cancel it
     */
    public synchronized void cancel() {
        Asker asker = checked(Place.TRANSFORM_CANCEL);
        if (thread != null) {
            audit.record(new AuditEvent.Run(asker, AuditOutcome.CANCELLING, Optional.empty(), Optional.empty()));
            thread.interrupt();
        }
    }

    private Asker checked(Place act) {
        Optional<Failure> objection = audit.objection();
        if (objection.isPresent()) {
            throw new FailureException(objection.get());
        }
        Asker asker = askers.get();
        if (!asker.may(act)) {
            audit.record(
                    new AuditEvent.Run(asker, AuditOutcome.REFUSED, Optional.of(asker.refusal()), Optional.empty()));
        }
        asker.check(act);
        return asker;
    }

    /** Returns the current run, or else the last known one, which may have been started in a terminal. */
    public synchronized Optional<RunState> state() {
        return state.filter(RunState::isRunning)
                .or(() -> Stream.concat(state.stream(), transform.lastRun().stream())
                        .max(Comparator.comparing(TransformRuns::endedAt)));
    }

    private static Instant endedAt(RunState run) {
        return run.end().map(RunState.End::at).orElse(Instant.MAX);
    }

    /** Notifies the listener of every change, on the run's own threads, until the returned action is called. */
    public Runnable onChange(Consumer<RunState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void run(Optional<String> from, Asker asker) {
        long begun = System.nanoTime();
        RunOutcome outcome = outcome(from);
        audit.record(new AuditEvent.Run(
                asker,
                word(outcome),
                outcome instanceof RunOutcome.Failed(var failure) ? Optional.of(failure.placed()) : from,
                Optional.of(Duration.ofNanos(System.nanoTime() - begun))));
        synchronized (this) {
            thread = null;
            change(run -> run.ended(new RunState.End(clock.instant(), outcome)));
        }
    }

    private static AuditOutcome word(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Published _ -> AuditOutcome.PUBLISHED;
            case RunOutcome.Tested _ -> AuditOutcome.TESTED;
            case RunOutcome.KeptBack _ -> AuditOutcome.KEPT_BACK;
            case RunOutcome.Cancelled _ -> AuditOutcome.CANCELLED;
            case RunOutcome.Failed _ -> AuditOutcome.FAILED;
        };
    }

    private RunOutcome outcome(Optional<String> from) {
        try {
            return transform.run(from, (id, node) -> change(run -> run.with(id, node)));
        } catch (RuntimeException e) {
            LOG.error("a run of the transform met a fault of the app", e);
            return new RunOutcome.Failed(
                    TransformFailure.of("Duckboard itself failed.", "Its log says more. Run again."));
        }
    }

    private synchronized void change(UnaryOperator<RunState> change) {
        RunState changed =
                change.apply(state.orElseGet(() -> new RunState(clock.instant(), Map.of(), Optional.empty())));
        state = Optional.of(changed);
        listeners.forEach(listener -> listener.accept(changed));
    }
}
