package io.duckboard.ui;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How long the response that brings a page waits for the page's first answers. */
public final class Moment {

    private final long end;

    /** @param length from now on */
    public Moment(Duration length) {
        this.end = System.nanoTime() + length.toNanos();
    }

    /** Waits until one has arrived. Returns false if the moment is over before that. */
    boolean bringsOne(Semaphore arrived) {
        try {
            return arrived.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
