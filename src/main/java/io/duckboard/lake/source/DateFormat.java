package io.duckboard.lake.source;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.sql.Quoted;
import java.util.Optional;

/**
 * A format of dates, as a user says it.
 *
 * @param column the column that it is for; empty: whichever it fits
 * @param format as strptime takes it: {@code %d/%m/%Y}
 */
public record DateFormat(Optional<String> column, String format) {

    /**
     * Reads {@code %d/%m/%Y} or {@code column=%d/%m/%Y}.
     *
     * @throws FailureException if it is neither
     */
    public static DateFormat parse(String text) {
        int percent = text.indexOf('%');
        if (percent < 0) {
            throw new FailureException(
                    "'" + text + "' is no format of dates.",
                    "Write %d for the day, %m for the month, %Y for a year of four digits and %y for one of two:"
                            + " '%d/%m/%Y'.");
        }
        int equals = text.lastIndexOf('=', percent);
        return equals < 1
                ? new DateFormat(Optional.empty(), text)
                : new DateFormat(Optional.of(text.substring(0, equals)), text.substring(equals + 1));
    }

    boolean isFor(String name) {
        return column.isEmpty() || column.get().equalsIgnoreCase(name);
    }

    String type() {
        if (format.contains("%z")) {
            return "TIMESTAMP WITH TIME ZONE";
        }
        return format.matches("(?s).*%-?[HIMSfgnpXcT].*") ? "TIMESTAMP" : "DATE";
    }

    /** SQL that is NULL where the text does not have this format. */
    String attempt(String text) {
        String read = "try_strptime(trim(" + text + "), " + Quoted.literal(format) + ")";
        // strptime takes fewer than four digits for %Y: 20 is the year 20.
        return format.contains("%Y") ? "CASE WHEN " + read + " >= '1000-01-01' THEN " + read + " END" : read;
    }

    String sql(String text) {
        return "CAST(strptime(trim(" + text + "), " + Quoted.literal(format) + ") AS " + type() + ")";
    }
}
