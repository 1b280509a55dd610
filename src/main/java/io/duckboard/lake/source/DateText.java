package io.duckboard.lake.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that is a date, with or without a time.
 *
 * @param readings the day, for each order of its parts that makes one
 * @param time the time's form
 * @param fraction how many digits the fraction of a second has
 */
record DateText(Map<DateOrder, LocalDate> readings, char separator, boolean longYear, TimeForm time, int fraction) {

    private static final Pattern DATE = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})(.*)");
    private static final Pattern TIME = Pattern.compile(
            "([T ])(\\d{1,2}):(\\d{2})(?:(:(\\d{2}))(\\.(\\d{1,9}))?)?( ?[AaPp][Mm])?(Z|[+-]\\d{2}(:?\\d{2})?)?");

    private static final String USUAL = "0000-00-00 00:00:00";
    private static final int DAY = 10;
    private static final int SHORTEST_MONTH = 28;

    /** DuckDB's %y: 69 is 1969, and 68 is 2068. */
    private static final int FIRST_OF_THE_NINETEEN_HUNDREDS = 69;

    /** The forms of times, with the format that strptime takes; those without one are times of ISO 8601 alone. */
    enum TimeForm {
        NONE(""),
        MINUTES(" %H:%M"),
        SECONDS(" %H:%M:%S"),
        MINUTES_OF_HALF_A_DAY(" %I:%M %p"),
        SECONDS_OF_HALF_A_DAY(" %I:%M:%S %p"),
        ISO(""),
        ZONED("");

        private final String format;

        TimeForm(String format) {
            this.format = format;
        }

        String format() {
            return format;
        }

        boolean isIso() {
            return this == ISO || this == ZONED;
        }
    }

    static Optional<DateText> parse(String text) {
        if (text.length() < 6 || text.length() > 40 || !Character.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        Optional<DateText> usual = usual(text);
        if (usual.isPresent()) {
            return usual;
        }
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        var readings = readings(date.group(1), date.group(3), date.group(4));
        Matcher time = TIME.matcher(date.group(5));
        boolean none = date.group(5).isEmpty();
        if (readings.isEmpty() || (!none && (!time.matches() || !isTime(time)))) {
            return Optional.empty();
        }
        boolean longYear = Math.max(date.group(1).length(), date.group(4).length()) == 4;
        TimeForm form = none ? TimeForm.NONE : form(time);
        boolean iso = date.group(1).length() == 4 && date.group(2).charAt(0) != '.';
        if (form.isIso() && !iso) {
            return Optional.empty();
        }
        int fraction = none || time.group(7) == null ? 0 : time.group(7).length();
        return Optional.of(new DateText(readings, date.group(2).charAt(0), longYear, form, fraction));
    }

    /** The most frequent form, {@code 2024-01-31} or {@code 2024-01-31 10:00:00}, in a tenth of the time. */
    private static Optional<DateText> usual(String text) {
        boolean time = text.length() == USUAL.length();
        if ((!time && text.length() != DAY) || (time && text.charAt(DAY) == 'T')) {
            return Optional.empty();
        }
        for (int at = 0; at < text.length(); at++) {
            char expected = USUAL.charAt(at);
            char character = text.charAt(at);
            if (expected == '0' ? character < '0' || character > '9' : character != expected) {
                return Optional.empty();
            }
        }
        int year = number(text, 0) * 100 + number(text, 2);
        int month = number(text, 5);
        int day = number(text, 8);
        boolean possible = month >= 1 && month <= 12 && day >= 1 && day <= SHORTEST_MONTH;
        if (!possible || (time && (number(text, 11) > 23 || number(text, 14) > 59 || number(text, 17) > 59))) {
            return Optional.empty();
        }
        return Optional.of(new DateText(
                Map.of(DateOrder.YEAR_FIRST, LocalDate.of(year, month, day)),
                '-',
                true,
                time ? TimeForm.SECONDS : TimeForm.NONE,
                0));
    }

    private static int number(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    private static Map<DateOrder, LocalDate> readings(String first, String second, String third) {
        var readings = new EnumMap<DateOrder, LocalDate>(DateOrder.class);
        if (isYear(first) && third.length() <= 2) {
            put(readings, DateOrder.YEAR_FIRST, first, second, third);
        }
        if (isYear(third) && first.length() <= 2) {
            put(readings, DateOrder.DAY_FIRST, third, second, first);
            put(readings, DateOrder.MONTH_FIRST, third, first, second);
        }
        return readings;
    }

    private static boolean isYear(String digits) {
        return digits.length() == 4 || digits.length() == 2;
    }

    private static void put(
            Map<DateOrder, LocalDate> readings, DateOrder order, String year, String month, String day) {
        try {
            int number = Integer.parseInt(year);
            int century = year.length() == 4 ? 0 : number < FIRST_OF_THE_NINETEEN_HUNDREDS ? 2000 : 1900;
            readings.put(order, LocalDate.of(century + number, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            // It is no date in this order.
        }
    }

    private static boolean isTime(Matcher time) {
        int hour = Integer.parseInt(time.group(2));
        boolean half = time.group(8) != null;
        boolean seconds = time.group(4) != null;
        return (half ? hour >= 1 && hour <= 12 : hour < 24)
                && Integer.parseInt(time.group(3)) < 60
                && (!seconds || Integer.parseInt(time.group(5)) < 60)
                && (!half || (time.group(8).startsWith(" ") && time.group(6) == null && time.group(9) == null))
                // DuckDB reads a zone after seconds only.
                && (time.group(9) == null || seconds);
    }

    private static TimeForm form(Matcher time) {
        boolean seconds = time.group(4) != null;
        if (time.group(9) != null) {
            return TimeForm.ZONED;
        }
        boolean half = time.group(8) != null;
        if (time.group(6) != null || time.group(1).equals("T") || (time.group(2).length() == 1 && !half)) {
            return TimeForm.ISO;
        }
        if (half) {
            return seconds ? TimeForm.SECONDS_OF_HALF_A_DAY : TimeForm.MINUTES_OF_HALF_A_DAY;
        }
        return seconds ? TimeForm.SECONDS : TimeForm.MINUTES;
    }
}
