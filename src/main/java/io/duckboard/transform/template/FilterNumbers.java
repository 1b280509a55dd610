package io.duckboard.transform.template;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.lang3.math.NumberUtils;
import org.jspecify.annotations.Nullable;

/**
 * Limits the numbers of filters. Jinjava's numbers may have any number of digits, and it writes out in full a number
 * that is short with an exponent.
 */
final class FilterNumbers {

    private static final Pattern LONG_EXPONENT = Pattern.compile("\\s*[+-]?[\\d.]+[eE][+-]?\\d{4,}\\s*");
    private static final int MOST_PLACES = 100;
    private static final int LONGEST_ROW = 100_000;

    private FilterNumbers() {}

    /** Checks a filter's input before the filter uses it. */
    static void check(String filter, @Nullable Object value, Object[] arguments) {
        switch (filter) {
            case "round" -> {
                refuseExponents(value);
                refuseBeyond(MOST_PLACES, filter, arguments);
            }
            case "sum" -> {
                refuseExponents(value);
                for (Object argument : arguments) {
                    refuseExponents(argument);
                }
            }
            case "batch" -> refuseBeyond(LONGEST_ROW, filter, arguments);
            default -> {}
        }
    }

    /** Converts a number of any size to one of 64 bits: a whole number if it has no decimal places. */
    static @Nullable Object narrowed(@Nullable Object result) {
        if (!(result instanceof BigDecimal number)) {
            return result;
        }
        return number.scale() <= 0 && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? (Object) number.longValue()
                : (Object) number.doubleValue();
    }

    private static void refuseBeyond(int most, String filter, Object[] arguments) {
        if (arguments.length > 0 && Math.abs((long) NumberUtils.toInt(String.valueOf(arguments[0]))) > most) {
            throw new TemplateProblem("|" + filter + "(" + arguments[0] + ") asks for more than " + most + ".", "");
        }
    }

    private static void refuseExponents(@Nullable Object value) {
        switch (value) {
            case String text
            when LONG_EXPONENT.matcher(text).matches() ->
                throw new TemplateProblem("“" + text.strip() + "” is too large a number.", "");
            case Collection<?> items -> items.forEach(FilterNumbers::refuseExponents);
            case Map<?, ?> map -> map.values().forEach(FilterNumbers::refuseExponents);
            case null, default -> {}
        }
    }
}
