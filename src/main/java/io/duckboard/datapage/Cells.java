package io.duckboard.datapage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The values of an answer's row, by position. */
record Cells(List<@Nullable Object> row) {

    /** Empty where it is NULL. */
    String text(int position) {
        return optionalText(position).orElse("");
    }

    Optional<String> optionalText(int position) {
        return Optional.ofNullable(row.get(position)).map(Object::toString);
    }

    /** 0 where it is NULL. */
    long count(int position) {
        return optionalCount(position).orElse(0);
    }

    OptionalLong optionalCount(int position) {
        return row.get(position) instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    OptionalDouble optionalNumber(int position) {
        return row.get(position) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    boolean isTrue(int position) {
        return Boolean.TRUE.equals(row.get(position));
    }

    List<String> texts(int position) {
        return row.get(position) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
