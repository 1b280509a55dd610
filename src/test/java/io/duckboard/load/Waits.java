package io.duckboard.load;

import io.duckboard.engine.bench.Samples;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What everybody has waited for. */
final class Waits {

    /**
     * @param at when it was asked for, since the start
     * @param ms until it was there
     */
    record Wait(Duration at, double ms) {}

    /** Something whose time is taken, and which returns what it made. */
    interface Act<T> {
        T run() throws IOException, InterruptedException;
    }

    private final ConcurrentLinkedQueue<Wait> waits = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
    private final long start = System.nanoTime();

    /** Does something and records how long it took, unless it failed. */
    <T> T take(Act<T> act) throws IOException, InterruptedException {
        Duration at = now();
        T made = act.run();
        waits.add(new Wait(at, now().minus(at).toNanos() / 1e6));
        return made;
    }

    /** Records that somebody was not served. */
    void failed(IOException failure) {
        errors.add("After " + now().toSeconds() + " s: " + failure.getMessage());
    }

    /** Returns the time since the start. */
    Duration now() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Returns how many were served. */
    int count() {
        return waits.size();
    }

    /** Returns what failed, with when. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    /** Returns how long took what was asked for in a part of the time. */
    Samples between(Duration from, Duration to) {
        var samples = new Samples();
        waits.stream()
                .filter(wait -> wait.at().compareTo(from) >= 0 && wait.at().compareTo(to) < 0)
                .forEach(wait -> samples.add(wait.ms()));
        return samples;
    }
}
