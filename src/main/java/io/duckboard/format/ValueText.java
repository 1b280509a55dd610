package io.duckboard.format;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** Writes a value for people to read; lists and structs become JSON. */
public final class ValueText {

    private static final JSON NESTED = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    /** Numbers with more digits are easier to read as 1E+300 than with all their zeros. */
    private static final int MOST_DIGITS = 40;

    private ValueText() {}

    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case BigDecimal number -> number(number);
            case Map<?, ?> struct -> NESTED.asString(struct);
            case Collection<?> list -> NESTED.asString(list);
            default -> value.toString();
        };
    }

    private static String number(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS
                ? number.toString()
                : number.toPlainString();
    }
}
