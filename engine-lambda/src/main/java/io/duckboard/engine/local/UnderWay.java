package io.duckboard.engine.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts what is under way, and lets nothing more begin once it is told to finish. */
public final class UnderWay {

    private int count;
    private boolean finishing;

    /** @return false if nothing may begin any more; otherwise {@link #end} must follow */
    public synchronized boolean begin() {
        if (!finishing) {
            count++;
        }
        return !finishing;
    }

    public synchronized void end() {
        count--;
        notifyAll();
    }

    /** Lets nothing more begin. */
    public synchronized void finish() {
        finishing = true;
    }

    /** Lets it begin again. */
    public synchronized void resume() {
        finishing = false;
    }

    public synchronized int count() {
        return count;
    }

    /**
     * Returns when nothing is under way any more, or after {@code longest}.
     *
     * @return whether nothing is
     */
    public synchronized boolean await(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); count > 0 && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return count == 0;
    }
}
