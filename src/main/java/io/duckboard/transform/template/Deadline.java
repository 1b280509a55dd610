package io.duckboard.transform.template;

import java.time.Duration;

/** The time by which a compilation must end. */
public final class Deadline {

    private final Duration limit;
    private final long end;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** Makes a deadline that is this far in the future. */
    public static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    public Duration limit() {
        return limit;
    }

    public boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    /** Returns the message for a template that exceeds the deadline. */
    public String message() {
        return "Compiling took longer than " + limit.toSeconds() + " s and was stopped.";
    }
}
