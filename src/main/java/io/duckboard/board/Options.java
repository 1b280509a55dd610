package io.duckboard.board;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.format.NearName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values among which a filter chooses. */
public sealed interface Options {

    ValueKind of();

    /** The query that has the values, if there is one. */
    Optional<SqlText> query();

    /** @param options at least one, no two of the same value */
    record Listed(ValueKind of, List<Option> options) implements Options {

        private static final int MOST_NAMED = 8;

        public Listed {
            options = List.copyOf(options);
        }

        @Override
        public Optional<SqlText> query() {
            return Optional.empty();
        }

        private String refusal(String text) {
            List<String> known = options.stream()
                    .flatMap(option -> option.value().texts().stream())
                    .toList();
            String named = known.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            return Shown.quoted(text) + " is none of the values. "
                    + NearName.hint(text, known, "They are " + named + (known.size() > MOST_NAMED ? ", …" : "") + ".");
        }
    }

    /** @param sql whose rows have the value first, and may have a label second */
    record Asked(ValueKind of, SqlText sql) implements Options {

        /** More can be found by typing alone. */
        public static final int MOST = 10_000;

        public Request.Query question() {
            return Request.Query.of(sql.text()).limit(MOST).format(RowFormat.ROWS);
        }

        /** The values of an answer to {@link #question}. NULL is none, nor is what is not of the type. */
        public List<Option> options(Answer.Rows answer) {
            return answer.rows().stream().flatMap(row -> option(row).stream()).toList();
        }

        private Optional<Option> option(List<@Nullable Object> row) {
            Object value = row.getFirst();
            Object label = row.size() > 1 && row.get(1) != null ? row.get(1) : value;
            return Optional.ofNullable(value)
                    .flatMap(present -> of.read(present.toString()))
                    .map(read -> new Option(read, String.valueOf(label)));
        }

        @Override
        public Optional<SqlText> query() {
            return Optional.of(sql);
        }
    }

    /** @param label what people read */
    record Option(FilterValue value, String label) {}

    /** The type of the values. */
    enum ValueKind {
        TEXT,
        NUMBER;

        public Optional<FilterValue> read(String text) {
            return switch (this) {
                case TEXT -> Optional.of(new FilterValue.OfText(text));
                case NUMBER -> Numbers.read(text).map(FilterValue.OfNumber::new);
            };
        }
    }

    /** Reads one value. What a query's rows are is not known here, so any value of the type is one. */
    default FilterReading read(String text) {
        Optional<FilterValue> value = of().read(text);
        if (value.isEmpty()) {
            return new FilterReading.Refused(Shown.quoted(text) + " is not a number.");
        }
        return switch (this) {
            case Asked _ -> new FilterReading.Read(value.get());
            case Listed listed ->
                listed.options().stream().anyMatch(option -> option.value().equals(value.get()))
                        ? new FilterReading.Read(value.get())
                        : new FilterReading.Refused(listed.refusal(text));
        };
    }

    /** The parameter of one value, or of none. */
    default Parameter one(FilterValue value) {
        return switch (value) {
            case FilterValue.OfNumber(var number) -> Numbers.parameter(number);
            case FilterValue.OfText(var text) -> new Parameter(Parameter.Type.VARCHAR, text);
            default -> new Parameter(of() == ValueKind.TEXT ? Parameter.Type.VARCHAR : Parameter.Type.DOUBLE, null);
        };
    }

    /** The parameter of several values. */
    default Parameter list(List<FilterValue> values) {
        return switch (of()) {
            case TEXT ->
                Parameter.list(
                        Parameter.Type.VARCHAR_LIST,
                        values.stream().flatMap(value -> value.texts().stream()).toList());
            case NUMBER ->
                Numbers.list(values.stream()
                        .flatMap(value -> value.texts().stream())
                        .map(BigDecimal::new)
                        .toList());
        };
    }
}
