package io.duckboard.engine.lambda;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The time before a function's first call, which Lambda bills with that call. */
final class ColdStart {

    /** Linux counts in hundredths of a second, whatever the rate of its own clock is. */
    private static final long MILLIS_PER_TICK = 10;

    private static final double MILLIS_PER_SECOND = 1_000;

    /**
     * The index of the start time among the fields after the command name, which is the second field: proc_pid_stat(5).
     */
    private static final int START_FIELD = 22 - 3;

    private ColdStart() {}

    /**
     * The age of this process when it is ready. Zero if SnapStart or provisioned concurrency made the function ready
     * before its calls, and if the system does not say.
     */
    static Duration billed(Map<String, String> environment) {
        if (!environment
                .getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")
                .equals("on-demand")) {
            return Duration.ZERO;
        }
        Optional<String> stat = ProcessAccount.text("/proc/self/stat");
        Optional<String> uptime = ProcessAccount.text("/proc/uptime");
        return stat.isPresent() && uptime.isPresent() ? age(stat.get(), uptime.get()) : Duration.ZERO;
    }

    private static Duration age(String stat, String uptime) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long start = Long.parseLong(fields[START_FIELD]) * MILLIS_PER_TICK;
        double now = Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) * MILLIS_PER_SECOND;
        return Duration.ofMillis(Math.max(0, (long) now - start));
    }
}
