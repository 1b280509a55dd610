package io.duckboard.calls;

import io.duckboard.client.CallFailure;
import io.duckboard.client.FinishedCall;
import io.duckboard.client.QueryService;
import io.duckboard.engine.protocol.Metadata;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The calls of the last 24 hours that this process has made, and its last errors. It keeps neither SQL nor rows. */
@Component
public final class CallLog {

    private static final Duration SLOT = Duration.ofMinutes(5);

    /** Those of a day, and one more for the hour that has begun. */
    private static final int SLOTS = 24 * 12 + 12;

    private static final int MOST_ERRORS = 20;

    private static final double MEDIAN = 0.5;
    private static final double SLOW = 0.95;

    private final Clock clock;
    private final Deque<Slot> slots = new ArrayDeque<>();
    private final Deque<CallError> errors = new ArrayDeque<>();
    private Optional<LastAnswer> last = Optional.empty();

    public CallLog(QueryService queries, Clock clock) {
        this.clock = clock;
        queries.onFinished(this::add);
    }

    /** What the engine said of itself with its last answer. */
    public record LastAnswer(Instant at, String version, boolean warm) {}

    synchronized void add(FinishedCall call) {
        slot(floor(clock.instant(), SLOT)).add(call);
        call.metadata()
                .map(Metadata::engine)
                .filter(version -> !version.isEmpty())
                .ifPresent(version -> last = Optional.of(new LastAnswer(clock.instant(), version, !call.isCold())));
        if (call.end() == FinishedCall.End.FAILED && call.outcome() instanceof CallFailure failed) {
            errors.addFirst(new CallError(clock.instant(), call.word(), failed.failure(), call.reference()));
            if (errors.size() > MOST_ERRORS) {
                errors.removeLast();
            }
        }
    }

    /** Returns the last twenty errors, the newest first. */
    public synchronized List<CallError> errors() {
        return List.copyOf(errors);
    }

    /** Returns what is known of the engine by its answers; empty before the first one. */
    public synchronized Optional<LastAnswer> last() {
        return last;
    }

    public synchronized CallCounts counts(Window window) {
        Instant end = floor(clock.instant(), window.step()).plus(window.step());
        Instant begin = end.minus(window.step().multipliedBy(window.steps()));
        List<Slot> within =
                slots.stream().filter(slot -> !slot.begin().isBefore(begin)).toList();
        var latencies = new Latencies();
        within.forEach(slot -> latencies.addAll(slot.latencies()));
        return new CallCounts(
                IntStream.range(0, window.steps())
                        .mapToObj(step -> step(within, begin.plus(window.step().multipliedBy(step)), window.step()))
                        .toList(),
                within.stream().mapToInt(Slot::cold).sum(),
                latencies.quantile(MEDIAN),
                latencies.quantile(SLOW));
    }

    private static CallCounts.Step step(List<Slot> slots, Instant begin, Duration length) {
        Map<FinishedCall.End, Integer> ends = new EnumMap<>(FinishedCall.End.class);
        slots.stream()
                .filter(slot -> !slot.begin().isBefore(begin) && slot.begin().isBefore(begin.plus(length)))
                .forEach(slot -> Arrays.stream(FinishedCall.End.values())
                        .forEach(end -> ends.merge(end, slot.count(end), Integer::sum)));
        return new CallCounts.Step(begin, ends);
    }

    /** A clock that is set back has its calls counted in the newest slot. */
    private Slot slot(Instant begin) {
        if (slots.isEmpty() || slots.getLast().begin().isBefore(begin)) {
            slots.addLast(new Slot(begin));
            while (slots.getFirst().begin().isBefore(begin.minus(SLOT.multipliedBy(SLOTS)))) {
                slots.removeFirst();
            }
        }
        return slots.getLast();
    }

    private static Instant floor(Instant time, Duration step) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step.toSeconds()) * step.toSeconds());
    }
}
