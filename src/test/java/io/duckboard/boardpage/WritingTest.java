package io.duckboard.boardpage;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values are written as the file says, and else so that people can read them. */
class WritingTest {

    @Test
    void writesNumbersWithFewDigits() {
        assertThat(plain(12_345)).isEqualTo("12,345");
        assertThat(plain(1234.5678)).isEqualTo("1,234.57");
        assertThat(plain(0.000123456)).isEqualTo("0.000123");
        assertThat(plain(0.0)).isEqualTo("0");
        assertThat(plain(2.50)).isEqualTo("2.5");
        assertThat(plain(new BigInteger("123456789012345678901234567890")))
                .isEqualTo("123,456,789,012,345,678,901,234,567,890");
    }

    @Test
    void writesUnitsAndDecimals() {
        assertThat(text(new Format.Decimal(OptionalInt.of(1), "km"), 12)).isEqualTo("12.0 km");
        assertThat(text(new Format.Decimal(OptionalInt.empty(), ""), 1200)).isEqualTo("1,200");
    }

    @Test
    void writesMoneyInItsCurrency() {
        assertThat(money("USD", OptionalInt.empty(), 1240.5)).isEqualTo("$1,240.50");
        assertThat(money("USD", OptionalInt.of(0), -1240.5)).isEqualTo("-$1,241");
        assertThat(money("EUR", OptionalInt.empty(), 3)).isEqualTo("€3.00");
        assertThat(money("CHF", OptionalInt.empty(), 3)).isEqualTo("CHF 3.00");
        assertThat(money("JPY", OptionalInt.empty(), 300)).isEqualTo("¥300");
        assertThat(money("ABC", OptionalInt.empty(), 3)).isEqualTo("ABC 3.00");
        assertThat(money("USD", OptionalInt.of(0), -0.2)).isEqualTo("$0");
    }

    @Test
    void writesSharesAsPercentages() {
        assertThat(text(new Format.Percent(OptionalInt.empty()), 0.25)).isEqualTo("25 %");
        assertThat(text(new Format.Percent(OptionalInt.of(1)), 0.2345)).isEqualTo("23.5 %");
        assertThat(new Writing(Optional.of(new Format.Percent(OptionalInt.empty()))).drawn(new BigDecimal("0.25")))
                .isEqualByComparingTo("25");
    }

    @Test
    void writesDatesByTheirPattern() {
        var pattern = new Format.Date("d MMM yyyy");
        assertThat(text(pattern, "2019-04-01")).isEqualTo("1 Apr 2019");
        assertThat(text(pattern, "2019-04-01T12:30:00")).isEqualTo("1 Apr 2019");
        assertThat(text(pattern, "2019-04-01T12:30:00Z")).isEqualTo("1 Apr 2019");
        assertThat(text(pattern, "never")).isEqualTo("never");
        assertThat(text(pattern, 7)).isEqualTo("7");
        assertThat(plain("2019-04-01T12:30:00")).isEqualTo("2019-04-01 12:30:00");
    }

    @Test
    void writesEverythingElseInOneLine() {
        assertThat(plain(null)).isEqualTo("–");
        assertThat(plain(true)).isEqualTo("true");
        assertThat(plain("a\nb")).isEqualTo("a␊b");
        assertThat(plain(List.of(1, 2))).isEqualTo("[1,2]");
        assertThat(plain(Double.NaN)).isEqualTo("NaN");
    }

    private static String plain(@Nullable Object value) {
        return Writing.PLAIN.text(value);
    }

    private static String text(Format format, Object value) {
        return new Writing(Optional.of(format)).text(value);
    }

    private static String money(String currency, OptionalInt decimals, Object value) {
        return text(new Format.Money(currency, decimals), value);
    }
}
