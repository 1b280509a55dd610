package io.duckboard.ui.grid;

import io.duckboard.engine.sql.SqlType;
import io.duckboard.format.ValueText;
import io.duckboard.ui.Bars.Bar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A summary of a column in the rows that are shown.
 *
 * @param rows all rows that are shown
 * @param nulls rows without a value
 * @param distinct different values, without NULL
 * @param least as text; empty if there are no values
 * @param mean of numbers, to 15 digits; empty for anything else
 * @param common the values that occur most often, the most common first; empty if each occurs once
 */
record ColumnSummary(
        long rows,
        long nulls,
        long distinct,
        Optional<String> least,
        Optional<String> greatest,
        Optional<String> mean,
        List<Bar> common) {

    private static final int MOST_COMMON = 8;

    /** The precision of a double. */
    private static final MathContext MEAN = new MathContext(15);

    ColumnSummary {
        common = List.copyOf(common);
    }

    static ColumnSummary of(ShownRows shown, int column) {
        var type = new SqlType(shown.columns().get(column).type());
        List<Object> values = shown.values(column)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        Comparator<Object> order = Comparator.comparing(value -> SortKey.of(value, type));
        Map<Object, Long> counts = new HashMap<>();
        values.forEach(value -> counts.merge(same(value), 1L, Long::sum));
        boolean hasOrder = !values.isEmpty() && !type.isNested();
        return new ColumnSummary(
                shown.size(),
                shown.size() - values.size(),
                counts.size(),
                hasOrder ? Optional.of(text(Collections.min(values, order))) : Optional.empty(),
                hasOrder ? Optional.of(text(Collections.max(values, order))) : Optional.empty(),
                type.isNumber() ? mean(values) : Optional.empty(),
                common(counts, values.size()));
    }

    /** 1 and 1.0 are the same value here, although Java distinguishes them. */
    private static Object same(Object value) {
        return value instanceof Number number ? decimal(number).stripTrailingZeros() : value;
    }

    private static BigDecimal decimal(Number number) {
        return switch (number) {
            case BigDecimal exact -> exact;
            case BigInteger whole -> new BigDecimal(whole);
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    /** Returns nothing if a value is not a finite number: neither NaN nor infinity has a mean. */
    private static Optional<String> mean(List<Object> values) {
        if (values.isEmpty() || !values.stream().allMatch(Number.class::isInstance)) {
            return Optional.empty();
        }
        BigDecimal sum = values.stream().map(value -> decimal((Number) value)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(
                ValueText.of(sum.divide(BigDecimal.valueOf(values.size()), MEAN).stripTrailingZeros()));
    }

    private static List<Bar> common(Map<Object, Long> counts, long present) {
        if (counts.size() == present && present > MOST_COMMON) {
            return List.of();
        }
        return counts.entrySet().stream()
                .map(entry -> new Bar(text(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingLong(Bar::rows).reversed().thenComparing(Bar::label))
                .limit(MOST_COMMON)
                .toList();
    }

    private static String text(@Nullable Object value) {
        return Cell.of(value).text().orElse("NULL");
    }
}
