package io.duckboard.engine.lambda;

import io.duckboard.engine.protocol.LambdaPrice;
import io.duckboard.engine.protocol.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Measures what one answer takes, by Linux's own accounts of the process: DuckDB's profiler knows nothing of a result
 * that is read as it comes, and its sum of bytes leaves out what Parquet files are read by.
 */
final class Meter {

    private static final Path IO = Path.of("/proc/self/io");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");

    /** Sets the peak of the resident memory back to what is resident now: proc(5). */
    private static final byte[] RESET_PEAK = {'5'};

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

    /** @param gettingReady billed with this call, though it was before it */
    static Meter start(Duration gettingReady, int memoryMegabytes) {
        resetPeak();
        return new Meter(number(IO, "rchar:"), gettingReady, memoryMegabytes);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    Usage usage() {
        OptionalLong readNow = number(IO, "rchar:");
        OptionalLong peak = number(STATUS, "VmHWM:");
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
        try {
            Files.write(CLEAR, RESET_PEAK);
        } catch (IOException e) {
            // Where the kernel does not allow it, the peak is that of the process's whole life.
            return;
        }
    }

    private static OptionalLong number(Path file, String name) {
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(name)) {
                    return OptionalLong.of(Long.parseLong(line.replaceAll("\\D", "")));
                }
            }
        } catch (IOException e) {
            // Not Linux, or not allowed: then nobody knows.
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }
}
