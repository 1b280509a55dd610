package io.duckboard.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Formats numbers for the pages and the terminal. */
public final class Figures {

    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

    private Figures() {}

    /** Returns a text such as {@code 10,000}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns a text such as {@code 137 rows} or {@code 1 row}. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Returns a text such as {@code 14 ms}. */
    public static String time(Duration duration) {
        return count(Math.round(duration.toNanos() / 1e6)) + " ms";
    }

    /**
     * Returns {@code 14 ms}, {@code 1.3 ms}, {@code 0.04 ms} or {@code <0.01 ms}: short times have one or two digits.
     */
    public static String fineTime(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        if (millis >= 9.95) {
            return time(duration);
        }
        if (millis > 0 && millis < 0.005) {
            return "<0.01 ms";
        }
        return String.format(Locale.ROOT, millis >= 0.995 ? "%.1f ms" : "%.2f ms", millis);
    }

    /** Returns a text such as {@code 4.3 %} for a share from 0 to 1. */
    public static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** Returns a text such as {@code 1.2 MB}. A megabyte is a million bytes. */
    public static String size(long bytes) {
        double size = bytes;
        int unit = 0;
        while (Math.round(size) >= 1000 && unit < UNITS.size() - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || size >= 99.95 ? "%,.0f %s" : "%.1f %s", size, UNITS.get(unit));
    }

    /** Returns a text such as {@code $0.0000018}. */
    public static String price(BigDecimal dollars) {
        return dollars.signum() == 0
                ? "$0"
                : "$" + dollars.round(new MathContext(2)).stripTrailingZeros().toPlainString();
    }

    /** Returns a text such as {@code 3 min ago}, {@code 5 h ago} or {@code 12 days ago}. */
    public static String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 1 ? age.toHours() + " h ago" : count(age.toDays(), "day") + " ago";
    }

    /** Returns a text such as {@code in 3 min}, {@code in 5 h} or {@code in 12 days}. */
    public static String until(Duration time) {
        if (time.toHours() < 1) {
            return "in " + Math.max(1, time.toMinutes()) + " min";
        }
        return time.toHours() < 48
                ? "in " + time.toHours() + " h"
                : "in " + time.plusHours(12).toDays() + " days";
    }

    /** Returns how long to wait, rounded up to seconds: {@code 12 s}, {@code 48 min} or {@code 12 h 0 min}. */
    public static String span(Duration time) {
        long seconds = Math.max(1, time.plusMillis(999).toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
    }
}
