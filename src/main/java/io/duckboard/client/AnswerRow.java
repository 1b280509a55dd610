package io.duckboard.client;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A row of an answer. Its values are accessed by the names of their columns. */
public final class AnswerRow {

    private final Map<String, Integer> positions;
    private final List<@Nullable Object> values;

    private AnswerRow(Map<String, Integer> positions, List<@Nullable Object> values) {
        this.positions = positions;
        this.values = values;
    }

    public static List<AnswerRow> all(Answer.Rows answer) {
        var positions = new HashMap<String, Integer>();
        List<Column> columns = answer.metadata().columns();
        for (int position = 0; position < columns.size(); position++) {
            positions.putIfAbsent(columns.get(position).name(), position);
        }
        return answer.rows().stream().map(row -> new AnswerRow(positions, row)).toList();
    }

    /** @throws IllegalArgumentException if the answer has no such column */
    public @Nullable Object value(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("The answer has no column " + column);
        }
        return values.get(position);
    }

    /** Returns an empty text if the value is NULL. */
    public String text(String column) {
        return optionalText(column).orElse("");
    }

    public Optional<String> optionalText(String column) {
        return Optional.ofNullable(value(column)).map(Object::toString);
    }

    /** Returns 0 if the value is NULL. */
    public long count(String column) {
        return optionalCount(column).orElse(0);
    }

    public OptionalLong optionalCount(String column) {
        return value(column) instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    /** Returns 0 if the value is NULL. */
    public double number(String column) {
        return optionalNumber(column).orElse(0);
    }

    public OptionalDouble optionalNumber(String column) {
        return value(column) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** Reads a time in milliseconds since 1970. The result is empty if the value is NULL. */
    public Optional<Instant> optionalInstant(String column) {
        return optionalCount(column).stream().mapToObj(Instant::ofEpochMilli).findFirst();
    }

    public boolean isTrue(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    /** Returns an empty list if the value is NULL. */
    public List<String> texts(String column) {
        return value(column) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
