package io.duckboard.engine.lambda;

import io.duckboard.engine.protocol.LambdaPrice;
import io.duckboard.engine.protocol.Usage;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Measures the resources of one answer, using Linux's own figures for the process. DuckDB's profiler does not count a
 * result that is read as it comes, and its sum of bytes does not include how Parquet files are read.
 */
final class Meter {

    private static final String IO = "/proc/self/io";
    private static final String STATUS = "/proc/self/status";
    private static final String CLEAR = "/proc/self/clear_refs";

    /** Resets the peak of the resident memory to the current resident memory: proc(5). */
    private static final char RESET_PEAK = '5';

    private static final long BYTES_PER_KIB = 1_024;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long start = System.nanoTime();
    private final OptionalLong readBefore;
    private final Duration gettingReady;
    private final int memoryMegabytes;

    private Meter(OptionalLong readBefore, Duration gettingReady, int memoryMegabytes) {
        this.readBefore = readBefore;
        this.gettingReady = gettingReady;
        this.memoryMegabytes = memoryMegabytes;
    }

    /** @param gettingReady the time before this call that is billed with it */
    static Meter start(Duration gettingReady, int memoryMegabytes) {
        resetPeak();
        return new Meter(ProcessAccount.number(IO, "rchar:"), gettingReady, memoryMegabytes);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    Usage usage() {
        OptionalLong readNow = ProcessAccount.number(IO, "rchar:");
        OptionalLong peak = ProcessAccount.number(STATUS, "VmHWM:");
        long billed = Math.ceilDiv(elapsed().plus(gettingReady).toNanos(), NANOS_PER_MILLI);
        return new Usage(
                readNow.isPresent() && readBefore.isPresent()
                        ? OptionalLong.of(readNow.getAsLong() - readBefore.getAsLong())
                        : OptionalLong.empty(),
                peak.isPresent() ? OptionalLong.of(peak.getAsLong() * BYTES_PER_KIB) : OptionalLong.empty(),
                billed,
                LambdaPrice.of(billed, memoryMegabytes));
    }

    private static void resetPeak() {
        try (OutputStream clear = new FileOutputStream(CLEAR)) {
            clear.write(RESET_PEAK);
        } catch (IOException e) {
            // If the kernel does not allow this, the peak covers the process's whole life.
            return;
        }
    }
}
