package io.duckboard.datapage;

import io.duckboard.client.AnswerRow;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.sql.Quoted;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A bar for each of a few ranges of the same width.
 *
 * @param from where the first range begins, as a number, see {@link ColumnFamily#measure}
 * @param whole whether the values are whole numbers only
 */
record Ranges(String table, ColumnEntry column, double from, double width, int count, boolean whole)
        implements Histogram {

    private static final double DAY = Duration.ofDays(1).toSeconds();
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** A label has enough digits to tell a bar from the next one. */
    private static final MathContext DIGITS = new MathContext(4);

    static Optional<Histogram> of(String table, ColumnEntry column, ColumnFacts facts) {
        if (facts.from().isEmpty() || facts.to().isEmpty()) {
            return Optional.empty();
        }
        double from = facts.from().getAsDouble();
        double span = facts.to().getAsDouble() - from;
        if (!Double.isFinite(span)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (column.family()) {
                    case WHOLE, LIST -> round(table, column, from, span, Math.max(1, step(span / BARS)), true);
                    case TIME ->
                        column.type().equals("DATE") || span >= BARS * DAY
                                ? days(table, column, from, span)
                                : new Ranges(table, column, from, Math.max(1, span / BARS), BARS, false);
                    case NUMBER, TEXT, BOOLEAN, ORDERED, OPAQUE ->
                        round(table, column, from, span, span == 0 ? 1 : step(span / BARS), false);
                });
    }

    /** Starts at a multiple of the width, so that labels are short. */
    private static Ranges round(
            String table, ColumnEntry column, double from, double span, double width, boolean whole) {
        double first = Math.floor(from / width) * width;
        int count = (int) Math.floor((from + span - first) / width) + 1;
        return new Ranges(table, column, first, width, Math.min(count, BARS + 1), whole);
    }

    private static Ranges days(String table, ColumnEntry column, double from, double span) {
        double midnight = Math.floor(from / DAY) * DAY;
        double days = Math.floor((from + span - midnight) / DAY) + 1;
        double width = Math.ceil(days / BARS);
        return new Ranges(table, column, midnight, width * DAY, (int) Math.ceil(days / width), true);
    }

    /** Returns the next greater round number: 1, 2 or 5 times a power of ten. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        return least <= power ? power : least <= 2 * power ? 2 * power : least <= 5 * power ? 5 * power : 10 * power;
    }

    @Override
    public Request.Query query() {
        String measure = column.family().measure(Quoted.name(column.name()));
        return Request.Query.of("""
                SELECT TRY_CAST(least(floor((measure - $from) / $width), %d) AS INTEGER) AS bar, count(*) AS row_count
                FROM (SELECT %s AS measure FROM %s) WHERE measure IS NOT NULL GROUP BY 1""".formatted(count - 1, measure, Quoted.name(table)))
                .parameters(Map.of("from", number(from), "width", number(width)))
                .limit(BARS + 2)
                .format(RowFormat.ROWS);
    }

    @Override
    public List<Bar> bars(Answer.Rows answer) {
        long[] rows = new long[count];
        for (AnswerRow row : AnswerRow.all(answer)) {
            row.optionalCount("bar").ifPresent(bar -> rows[Math.clamp(bar, 0, count - 1)] = row.count("row_count"));
        }
        return IntStream.range(0, count)
                .mapToObj(bar -> new Bar(label(from + bar * width), rows[bar]))
                .toList();
    }

    private String label(double low) {
        double high = low + width;
        if (column.family() == ColumnFamily.TIME) {
            return whole ? days(low, high - DAY) : times(low, high);
        }
        if (whole) {
            String first = grouped(low);
            return width == 1 ? first : first + " – " + grouped(high - 1);
        }
        return shortened(low) + " – " + shortened(high);
    }

    private static String days(double first, double last) {
        return first == last ? at(DATE, first) : at(DATE, first) + " – " + at(DATE, last);
    }

    private static String times(double low, double high) {
        return high - low < 60 ? at(MINUTE, low) + at(SECOND, low).substring(5) : at(MINUTE, low);
    }

    private static String at(DateTimeFormatter format, double seconds) {
        return format.format(Instant.ofEpochSecond((long) Math.floor(seconds)).atOffset(ZoneOffset.UTC));
    }

    private static String grouped(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String shortened(double number) {
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        String text = rounded.toPlainString();
        return text.length() > 10 ? rounded.toString() : text;
    }

    private static Parameter number(double value) {
        return new Parameter(Parameter.Type.DOUBLE, String.valueOf(value));
    }
}
