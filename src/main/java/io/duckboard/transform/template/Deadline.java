package io.duckboard.transform.template;

import java.time.Duration;

/** When a compilation has to be over. */
public final class Deadline {

    private final Duration limit;
    private final long end;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** One that long from now. */
    public static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    public Duration limit() {
        return limit;
    }

    public boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    /** What a template that has run into it is told. */
    public String message() {
        return "Compiling took longer than " + limit.toSeconds() + " s and was stopped.";
    }
}
