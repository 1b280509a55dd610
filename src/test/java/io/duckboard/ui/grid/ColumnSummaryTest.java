package io.duckboard.ui.grid;

import static io.duckboard.format.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.format.Answers;
import io.duckboard.ui.Bars.Bar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A column's summary is computed from its exact values. */
class ColumnSummaryTest {

    @Test
    void sumsUpNumbersExactly() {
        var huge = new BigInteger("170141183460469231731687303715884105727");
        var summary = of("HUGEINT", huge, huge.subtract(BigInteger.ONE), 3, null, 3L);

        assertThat(summary.rows()).isEqualTo(5);
        assertThat(summary.nulls()).isEqualTo(1);
        assertThat(summary.distinct()).isEqualTo(3);
        assertThat(summary.least()).contains("3");
        assertThat(summary.greatest()).contains(huge.toString());
        assertThat(summary.common().getFirst()).isEqualTo(new Bar("3", 2));
    }

    @Test
    void hasTheMeanOfNumbersAlone() {
        assertThat(of("DECIMAL(4,2)", new BigDecimal("0.10"), new BigDecimal("0.20"), null)
                        .mean())
                .contains("0.15");
        assertThat(of("DOUBLE", new BigDecimal("1.0"), "NaN").mean()).isEmpty();
        assertThat(of("VARCHAR", "1", "2").mean()).isEmpty();
        assertThat(of("INTEGER", (Object) null).mean()).isEmpty();
    }

    @Test
    void takesOneAndOnePointNullForOneValue() {
        assertThat(of("DOUBLE", 1, new BigDecimal("1.0")).distinct()).isEqualTo(1);
    }

    @Test
    void comparesTimesByWhenTheyAre() {
        var summary = of("DATE", "+10000-01-01", "2019-04-01", "-0044-03-15");

        assertThat(summary.least()).contains("-0044-03-15");
        assertThat(summary.greatest()).contains("+10000-01-01");
    }

    @Test
    void countsListsButDoesNotCompareThem() {
        var summary = of("INTEGER[]", List.of(1), List.of(1), List.of());

        assertThat(summary.distinct()).isEqualTo(2);
        assertThat(summary.least()).isEmpty();
        assertThat(summary.common()).containsExactly(new Bar("[1]", 2), new Bar("[]", 1));
    }

    @Test
    void namesNoCommonValuesWhereEachOccursOnce() {
        assertThat(of("INTEGER", IntStream.range(0, 9).boxed().toArray()).common())
                .isEmpty();
        assertThat(of("INTEGER", 1, 2).common()).hasSize(2);
    }

    @Test
    void saysLittleOfNothing() {
        assertThat(of("VARCHAR"))
                .isEqualTo(new ColumnSummary(0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
    }

    private static ColumnSummary of(String type, @Nullable Object... values) {
        var rows = new ArrayList<List<@Nullable Object>>();
        Arrays.stream(values).forEach(value -> rows.add(row(value)));
        return ColumnSummary.of(
                ShownRows.of(
                        new Answer.Rows(Answers.metadata(List.of("x " + type), rows.size(), Truncation.NONE), rows)),
                0);
    }
}
