package io.duckboard.board.export;

import io.duckboard.board.Format;
import io.duckboard.format.ValueText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values as people read them. */
record Written(Optional<Format> format) {

    private static final String NOTHING = "–";
    private static final int MOST_DECIMALS = 4;

    static final Written PLAIN = new Written(Optional.empty());

    String of(@Nullable Object value) {
        if (value == null) {
            return NOTHING;
        }
        return switch (format.orElse(null)) {
            case null -> plain(value);
            case Format.Decimal(OptionalInt decimals, String unit) ->
                number(value)
                        .map(number -> digits(number, decimals) + (unit.isEmpty() ? "" : " " + unit))
                        .orElseGet(() -> plain(value));
            case Format.Money(String currency, OptionalInt decimals) ->
                number(value).map(number -> money(number, currency, decimals)).orElseGet(() -> plain(value));
            case Format.Percent(OptionalInt decimals) ->
                number(value)
                        .map(number -> digits(number.movePointRight(2), decimals) + " %")
                        .orElseGet(() -> plain(value));
            case Format.Date(String pattern) -> date(value.toString(), pattern).orElseGet(() -> plain(value));
        };
    }

    private static String plain(Object value) {
        return value instanceof Number
                ? number(value)
                        .map(number -> digits(number, OptionalInt.empty()))
                        .orElse(value.toString())
                : ValueText.of(value);
    }

    /** A number; empty if it is none that is finite. */
    static Optional<BigDecimal> number(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(value.toString())).filter(number -> Math.abs(number.scale()) < 1000);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String money(BigDecimal number, String code, OptionalInt decimals) {
        Optional<Currency> currency = currency(code);
        int digits = decimals.orElse(
                Math.max(0, currency.map(Currency::getDefaultFractionDigits).orElse(2)));
        String symbol = currency.map(known -> known.getSymbol(Locale.US)).orElse(code);
        return (number.signum() < 0 ? "−" : "")
                + symbol
                + (symbol.length() > 1 ? " " : "")
                + digits(number.abs(), OptionalInt.of(digits));
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String digits(BigDecimal number, OptionalInt decimals) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(decimals.orElse(0));
        format.setMaximumFractionDigits(decimals.orElse(MOST_DECIMALS));
        return format.format(number).replace('-', '−');
    }

    private static Optional<String> date(String text, String pattern) {
        DateTimeFormatter written = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        return moment(text).flatMap(moment -> {
            try {
                return Optional.of(written.format(moment));
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        });
    }

    /** A day or a time as the engine writes it. */
    static Optional<TemporalAccessor> moment(String text) {
        String iso = text.strip().replace(' ', 'T');
        List<Function<String, TemporalAccessor>> forms = List.of(
                day -> LocalDate.parse(day).atStartOfDay(),
                LocalDateTime::parse,
                zoned -> OffsetDateTime.parse(zoned).toLocalDateTime(),
                zoned -> OffsetDateTime.parse(zoned + ":00").toLocalDateTime());
        for (Function<String, TemporalAccessor> form : forms) {
            try {
                return Optional.of(form.apply(iso));
            } catch (DateTimeException _) {
                // It is of another form.
            }
        }
        return Optional.empty();
    }
}
