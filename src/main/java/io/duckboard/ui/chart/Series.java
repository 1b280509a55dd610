package io.duckboard.ui.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of one colour.
 *
 * @param unit what is counted or measured, in the plural; may be empty
 * @param values null if a category has none
 */
public record Series(String name, String unit, List<@Nullable Datum> values) {

    public Series {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public static Series of(String name, String unit, List<? extends Number> values) {
        return new Series(
                name, unit, values.stream().<@Nullable Datum>map(Datum::of).toList());
    }
}
