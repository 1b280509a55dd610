package io.duckboard.ui.chart.answer;

import io.duckboard.ui.chart.Datum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts a value of an answer for a chart. */
final class Cell {

    private Cell() {}

    /** Returns nothing for NULL, NaN, infinities, and numbers too large for any drawing. */
    static Optional<BigDecimal> number(@Nullable Object value) {
        Optional<BigDecimal> number = switch (value) {
            case BigDecimal decimal -> Optional.of(decimal);
            case BigInteger whole -> Optional.of(new BigDecimal(whole));
            case Integer whole -> Optional.of(BigDecimal.valueOf(whole));
            case Long whole -> Optional.of(BigDecimal.valueOf(whole));
            case Double negativeZero -> Optional.of(BigDecimal.valueOf(negativeZero));
            // BIGNUM arrives as text, and so do NaN and infinities.
            case String text -> parsed(text);
            case null, default -> Optional.empty();
        };
        return number.filter(exact -> Double.isFinite(exact.doubleValue()));
    }

    /** Returns nothing for NULL and infinities. */
    static Optional<Datum> time(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            if (text.endsWith("Z")) {
                return Optional.of(Datum.of(OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()));
            }
            return Optional.of(
                    text.contains("T") ? Datum.of(LocalDateTime.parse(text)) : Datum.of(LocalDate.parse(text)));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> parsed(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
