package io.duckboard.ui.chart;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * A number or a time in a chart.
 *
 * @param value where it is drawn, to the precision of a double; for a time, the milliseconds since 1970
 * @param text for people, with every digit
 */
public record Datum(double value, String text) {

    /** Longer numbers are written with an exponent. */
    private static final int MOST_DIGITS = 60;

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter(Locale.ROOT);

    /** @throws IllegalArgumentException if the value is not finite and so has no place in a chart */
    public Datum {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A chart has no place for " + text);
        }
    }

    /** Makes, for example, {@code 9,007,199,254,740,993}. */
    public static Datum of(Number number) {
        BigDecimal exact = exact(number);
        return new Datum(exact.doubleValue(), text(exact));
    }

    /** Makes, for example, {@code 2019-04-01}. */
    public static Datum of(LocalDate day) {
        return new Datum(
                day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
                DateTimeFormatter.ISO_LOCAL_DATE.format(day));
    }

    /** Makes, for example, {@code 2019-04-01 18:30:00}. */
    public static Datum of(LocalDateTime time) {
        return new Datum(time.toInstant(ZoneOffset.UTC).toEpochMilli(), TIME.format(time));
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case BigInteger whole -> new BigDecimal(whole);
            case Double real -> BigDecimal.valueOf(real);
            case Float real -> new BigDecimal(real.toString());
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    private static String text(BigDecimal exact) {
        int fraction = Math.max(0, exact.scale());
        int whole = Math.max(0, exact.precision() - exact.scale());
        return fraction + whole > MOST_DIGITS
                ? exact.toString()
                : String.format(Locale.ROOT, "%,." + fraction + "f", exact);
    }
}
