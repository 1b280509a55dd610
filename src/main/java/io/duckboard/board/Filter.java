package io.duckboard.board;

import io.duckboard.engine.protocol.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value that somebody chooses on a page. It reaches SQL as bound parameters and in no other way; one that is unset is
 * NULL.
 */
public sealed interface Filter
        permits NumberFilter, TextFilter, DateFilter, DateRangeFilter, BooleanFilter, OneFilter, SeveralFilter {

    String name();

    String label();

    /**
     * Reads the values that an address has under the filter's name. No values, or one empty text, are no value at all.
     */
    default FilterReading read(List<String> texts) {
        if (texts.isEmpty() || texts.equals(List.of(""))) {
            return new FilterReading.Read(new FilterValue.Unset());
        }
        if (texts.size() > 1) {
            return new FilterReading.Refused("“" + label() + "” takes one value, not " + texts.size() + ".");
        }
        return readOne(texts.getFirst());
    }

    FilterReading readOne(String text);

    /** The texts that {@link #read} makes the same value of; none if it is unset. */
    default List<String> write(FilterValue value) {
        return value.texts();
    }

    /** The value of a page that nobody has chosen one on. */
    FilterValue initial(LocalDate today);

    /** The query whose rows are the values that can be chosen, if there is one. */
    default Optional<SqlText> query() {
        return Optional.empty();
    }

    /** The names of its parameters, without {@code $}. */
    default List<String> parameters() {
        return List.of(name());
    }

    /** The values of its parameters, by their names. */
    Map<String, Parameter> bound(FilterValue value);
}
