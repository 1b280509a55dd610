package io.duckboard.board;

import io.duckboard.engine.protocol.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people write them, and as parameters. */
final class Numbers {

    /** DuckDB's widest DECIMAL, in digits. */
    private static final int MOST_DIGITS = 38;

    private static final Pattern WRITTEN = Pattern.compile("[+-]?(?:\\d{1,38}\\.?\\d{0,38}|\\.\\d{1,38})");

    private Numbers() {}

    /** Reads a decimal number without an exponent. */
    static Optional<BigDecimal> read(String text) {
        String stripped = text.strip();
        return WRITTEN.matcher(stripped).matches()
                ? Optional.of(new BigDecimal(stripped)).filter(number -> number.precision() <= MOST_DIGITS)
                : Optional.empty();
    }

    static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    /** As DuckDB reads numbers in SQL: whole ones that fit are BIGINT, others DECIMAL, so that 0.1 is 0.1. */
    static Parameter parameter(BigDecimal number) {
        return isBigint(number)
                ? new Parameter(Parameter.Type.BIGINT, number.toBigInteger().toString())
                : new Parameter(
                        Parameter.Type.DECIMAL,
                        number.setScale(Math.max(0, number.scale())).toPlainString());
    }

    static Parameter list(List<BigDecimal> numbers) {
        return numbers.stream().allMatch(Numbers::isBigint)
                ? Parameter.list(
                        Parameter.Type.BIGINT_LIST,
                        numbers.stream().map(BigDecimal::longValueExact).toList())
                : Parameter.list(
                        Parameter.Type.DOUBLE_LIST,
                        numbers.stream().map(BigDecimal::doubleValue).toList());
    }

    private static boolean isBigint(BigDecimal number) {
        return isWhole(number) && number.toBigInteger().bitLength() < Long.SIZE;
    }
}
