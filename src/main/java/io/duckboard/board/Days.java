package io.duckboard.board;

import io.duckboard.engine.protocol.Parameter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The days among which a filter chooses.
 *
 * @param first the first of them; if absent, the year 1
 * @param last the last of them; if absent, the year 9999
 */
public record Days(Optional<Day> first, Optional<Day> last) {

    public static final Days ALL = new Days(Optional.empty(), Optional.empty());

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    static final String EXPECTED = "Type a date such as 2019-04-01.";

    /** Reads a date as it is written in an address. */
    static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Says what is wrong with a day that is not among these. */
    Optional<String> objection(LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            return Optional.of(day + " is not between the years 1 and 9999.");
        }
        return fixed(first)
                .filter(day::isBefore)
                .map(from -> day + " is before " + from + ", the first day.")
                .or(() -> fixed(last).filter(day::isAfter).map(to -> day + " is after " + to + ", the last day."));
    }

    /** A link from yesterday should still open, so days that move with today are for the page's calendar alone. */
    private static Optional<LocalDate> fixed(Optional<Day> day) {
        return day.flatMap(named -> named instanceof Day.Fixed(LocalDate date) ? Optional.of(date) : Optional.empty());
    }

    static Parameter parameter(Optional<LocalDate> day) {
        return new Parameter(Parameter.Type.DATE, day.map(LocalDate::toString).orElse(null));
    }
}
