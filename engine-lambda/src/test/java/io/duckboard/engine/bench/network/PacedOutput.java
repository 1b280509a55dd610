package io.duckboard.engine.bench.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;

/** Passes an answer on no sooner and no faster than a store would. */
final class PacedOutput extends OutputStream {

    private final OutputStream out;
    private final Pace pace;
    private long start;
    private long passed;

    PacedOutput(OutputStream out, Pace pace) {
        this.out = out;
        this.pace = pace;
    }

    /** Waits for as long as the answer takes to begin. */
    void begin() {
        waitUntil(System.nanoTime() + pace.latency().toNanos());
        start = System.nanoTime();
    }

    /** In bytes. */
    long passed() {
        return passed;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        passed += length;
        waitUntil(start + (long) (passed / pace.bytesPerSecond() * 1e9));
    }

    private static void waitUntil(long due) {
        for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
            LockSupport.parkNanos(due - now);
        }
    }
}
