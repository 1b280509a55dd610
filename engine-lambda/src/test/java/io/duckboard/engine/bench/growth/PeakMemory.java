package io.duckboard.engine.bench.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The most memory that a process has had at once, as Linux counts it. */
final class PeakMemory {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private PeakMemory() {}

    static double megabytes(long pid) throws IOException {
        Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
        if (!peak.find()) {
            throw new IllegalStateException("Process " + pid + " has no peak");
        }
        return Double.parseDouble(peak.group(1)) * 1024 / 1e6;
    }
}
