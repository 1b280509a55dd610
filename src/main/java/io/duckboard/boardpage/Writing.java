package io.duckboard.boardpage;

import io.duckboard.board.Format;
import io.duckboard.format.Harmless;
import io.duckboard.format.ValueText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are written.
 *
 * @param format if absent, as is usual for the value
 */
public record Writing(Optional<Format> format) {

    /** Without a format a fraction has no more digits than people read. */
    private static final int MOST_DECIMALS = 2;

    private static final int SIGNIFICANT = 3;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static final Writing PLAIN = new Writing(Optional.empty());

    /** The number of a value; empty for NULL, for what is no number, and for NaN and infinities. */
    public static Optional<BigDecimal> number(@Nullable Object value) {
        return switch (value) {
            case BigDecimal decimal -> Optional.of(decimal);
            case BigInteger whole -> Optional.of(new BigDecimal(whole));
            case Double real when !Double.isFinite(real) -> Optional.empty();
            case Double real -> Optional.of(BigDecimal.valueOf(real));
            case Number whole -> Optional.of(BigDecimal.valueOf(whole.longValue()));
            case null, default -> Optional.empty();
        };
    }

    /** The day or time of a value, as the engine writes it; those with a zone are in UTC. */
    public static Optional<LocalDateTime> time(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            if (text.endsWith("Z")) {
                return Optional.of(OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime());
            }
            return Optional.of(
                    text.contains("T")
                            ? LocalDateTime.parse(text)
                            : LocalDate.parse(text).atStartOfDay());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The value with its unit, in one line; a dash for NULL. */
    public String text(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        Optional<BigDecimal> number = number(value);
        if (number.isPresent()) {
            return text(number.get());
        }
        if (format.orElse(null) instanceof Format.Date(String pattern)) {
            return time(value).map(time -> dated(time, pattern)).orElseGet(() -> line(value));
        }
        return line(value);
    }

    private String text(BigDecimal number) {
        return switch (format.orElse(null)) {
            case Format.Money(String currency, OptionalInt decimals) -> money(number, currency, decimals);
            case Format.Date _ -> plain(number);
            case null, default -> {
                String unit = unit();
                yield unit.isEmpty() ? figure(number) : figure(number) + " " + unit;
            }
        };
    }

    /** The number without its unit, such as {@code 1,240} or, of a share, {@code 25}. */
    public String figure(BigDecimal number) {
        return switch (format.orElse(null)) {
            case Format.Decimal(OptionalInt decimals, String _)
            when decimals.isPresent() -> fixed(number, decimals.getAsInt());
            case Format.Percent(OptionalInt decimals) ->
                decimals.isPresent()
                        ? fixed(number.multiply(HUNDRED), decimals.getAsInt())
                        : plain(number.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP));
            case Format.Money(String currency, OptionalInt decimals) -> money(number, currency, decimals);
            case null, default -> plain(number);
        };
    }

    /** What follows a figure; may be empty. */
    public String unit() {
        return switch (format.orElse(null)) {
            case Format.Decimal(OptionalInt _, String unit) -> unit;
            case Format.Percent _ -> "%";
            case null, default -> "";
        };
    }

    /** Where a chart draws the number: a share is drawn as a percentage. */
    public BigDecimal drawn(BigDecimal number) {
        return format.orElse(null) instanceof Format.Percent ? number.multiply(HUNDRED) : number;
    }

    private static String line(Object value) {
        String text = ValueText.of(value);
        // As the engine writes a time.
        return Harmless.line(time(value).isPresent() ? text.replace('T', ' ') : text);
    }

    private static String dated(TemporalAccessor time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
    }

    private static String money(BigDecimal number, String currency, OptionalInt decimals) {
        Optional<Currency> known = known(currency);
        int digits = decimals.orElseGet(
                () -> known.map(Currency::getDefaultFractionDigits).orElse(MOST_DECIMALS));
        String symbol = known.map(each -> each.getSymbol(Locale.US)).orElse(currency);
        String amount = fixed(number.abs(), Math.max(0, digits));
        String sign = number.setScale(Math.max(0, digits), RoundingMode.HALF_UP).signum() < 0 ? "-" : "";
        return sign + symbol + (Character.isLetter(symbol.charAt(symbol.length() - 1)) ? " " : "") + amount;
    }

    private static Optional<Currency> known(String currency) {
        try {
            return Optional.of(Currency.getInstance(currency));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.abs().compareTo(BigDecimal.ONE) >= 0 || number.signum() == 0
                ? number.setScale(Math.min(Math.max(0, number.scale()), MOST_DECIMALS), RoundingMode.HALF_UP)
                : number.round(new MathContext(SIGNIFICANT));
        BigDecimal stripped = rounded.stripTrailingZeros();
        return fixed(stripped, Math.max(0, stripped.scale()));
    }

    private static String fixed(BigDecimal number, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }
}
