package io.duckboard.ui;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How long the response that brings a page waits for the page's first answers. */
public final class Moment {

    /** Nobody notices it, and an engine that is warm answers several questions meanwhile. */
    private static final Duration LENGTH = Duration.ofMillis(60);

    private final long end = System.nanoTime() + LENGTH.toNanos();

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
