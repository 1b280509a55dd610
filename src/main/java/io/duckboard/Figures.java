package io.duckboard;

import java.time.Duration;
import java.util.Locale;

/** Numbers the way the pages write them. */
public final class Figures {

    private Figures() {}

    /** {@code 10,000} */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 137 rows}, {@code 1 row} */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 14 ms} */
    public static String time(Duration duration) {
        return count(Math.round(duration.toNanos() / 1e6)) + " ms";
    }

    /** {@code 4.3 %}, of a share from 0 to 1. */
    public static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
