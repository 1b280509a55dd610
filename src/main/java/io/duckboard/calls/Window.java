package io.duckboard.calls;

import java.time.Duration;

/** A time that ends now, and the steps in which its calls are counted. */
public enum Window {
    HOUR("the last hour", Duration.ofMinutes(5), 12),
    DAY("the last 24 hours", Duration.ofHours(1), 24);

    private final String words;
    private final Duration step;
    private final int steps;

    Window(String words, Duration step, int steps) {
        this.words = words;
        this.step = step;
        this.steps = steps;
    }

    public String words() {
        return words;
    }

    public Duration step() {
        return step;
    }

    public int steps() {
        return steps;
    }
}
