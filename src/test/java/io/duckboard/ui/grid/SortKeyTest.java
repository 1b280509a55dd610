package io.duckboard.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.sql.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values are in the order that DuckDB's ORDER BY gives them. */
class SortKeyTest {

    @Test
    void ordersNumbersOfAnySizeByWhatTheyAreWorth() {
        var random = new Random(6);
        List<BigDecimal> numbers = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (int count = 0; count < 1_000; count++) {
            var number = new BigDecimal(new BigInteger(1 + random.nextInt(127), random), random.nextInt(20))
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
            numbers.add(number);
            values.add(kind(number));
        }

        assertThat(sorted("HUGEINT", values).stream().map(value -> new BigDecimal(String.valueOf(value))))
                .usingElementComparator(Comparator.naturalOrder())
                .containsExactlyElementsOf(numbers.stream().sorted().toList());
    }

    @Test
    void putsInfinityBeyondEveryNumberAndNaNBeyondThat() {
        inOrder("DOUBLE", "-Infinity", new BigDecimal("-1E+300"), 0, new BigDecimal("1E+300"), "Infinity", "NaN", null);
    }

    @Test
    void ordersTimesByWhenTheyAre() {
        inOrder("DATE", "-infinity", "-0044-03-15", "0001-01-01", "2019-04-01", "+10000-01-01", "infinity", null);
        inOrder("TIMESTAMP", "1969-12-31T23:59:59.999999", "1970-01-01T00:00:00", "1970-01-01T00:00:00.000001");
        inOrder("TIMESTAMP WITH TIME ZONE", "2019-04-01T00:00:00Z", "+12019-04-01T00:00:00Z");
        inOrder("TIME", "00:00:00", "09:30:00", "10:00:00.5", "23:59:59.999999", "24:00:00", null);
        inOrder("TIME WITH TIME ZONE", "10:00:00+05:00", "09:00:00+01:00", "09:00:00Z", "24:00:00+02:00", "23:00:00Z");
    }

    @Test
    void ordersTextsByCodePoints() {
        inOrder("VARCHAR", "", "10", "9", "Z", "a", "é", "\uFF5E", "\uD83E\uDD86", null);
    }

    @Test
    void ordersTruthValues() {
        inOrder("BOOLEAN", false, true, null);
    }

    @Test
    void ordersNestedValuesItemByItem() {
        inOrder("INTEGER[]", List.of(), List.of(2), List.of(2, 1), List.of(10), Arrays.asList(10, null), null);
        inOrder("STRUCT(a INTEGER, b INTEGER)", struct(1, 9), struct(2, 0), struct(2, 10));
    }

    private static Map<String, Integer> struct(int a, int b) {
        var struct = new LinkedHashMap<String, Integer>();
        struct.put("a", a);
        struct.put("b", b);
        return struct;
    }

    /** Returns a number in the type that a JSON reader gives a number of this size. */
    private static Object kind(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) {
            return number;
        }
        BigInteger whole = number.toBigIntegerExact();
        return whole.bitLength() < 32
                ? (Object) whole.intValueExact()
                : whole.bitLength() < 64 ? (Object) whole.longValueExact() : whole;
    }

    private static void inOrder(String type, @Nullable Object... values) {
        List<@Nullable Object> shuffled = new ArrayList<>(Arrays.asList(values));
        Collections.shuffle(shuffled, new Random(6));
        assertThat(sorted(type, shuffled)).containsExactly(values);
    }

    private static List<@Nullable Object> sorted(String type, List<@Nullable Object> values) {
        List<@Nullable Object> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparing(value -> SortKey.of(value, new SqlType(type))));
        return sorted;
    }
}
