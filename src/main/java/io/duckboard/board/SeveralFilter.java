package io.duckboard.board;

import io.duckboard.engine.protocol.Parameter;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Some of several values. They are bound as a list, for {@code unnest}. */
public record SeveralFilter(String name, String label, Options options, FilterValue preset) implements Filter {

    /** An address is not longer than some thousand characters. */
    private static final int MOST = 500;

    @Override
    public FilterReading read(List<String> texts) {
        if (texts.isEmpty() || texts.equals(List.of(""))) {
            return new FilterReading.Read(new FilterValue.Unset());
        }
        if (texts.size() > MOST) {
            return new FilterReading.Refused("“" + label + "” takes at most " + MOST + " values.");
        }
        var values = new LinkedHashSet<FilterValue>();
        for (String text : texts) {
            switch (options.read(text)) {
                case FilterReading.Read(FilterValue value) -> values.add(value);
                case FilterReading.Refused refused -> {
                    return refused;
                }
            }
        }
        return new FilterReading.Read(new FilterValue.OfSeveral(List.copyOf(values)));
    }

    @Override
    public FilterReading readOne(String text) {
        return read(List.of(text));
    }

    @Override
    public FilterValue initial(LocalDate today) {
        return preset;
    }

    @Override
    public Optional<SqlText> query() {
        return options.query();
    }

    @Override
    public Map<String, Parameter> bound(FilterValue value) {
        return Map.of(
                name,
                value instanceof FilterValue.OfSeveral(List<FilterValue> values)
                        ? options.list(values)
                        : new Parameter(
                                options.of() == Options.ValueKind.TEXT
                                        ? Parameter.Type.VARCHAR_LIST
                                        : Parameter.Type.BIGINT_LIST,
                                null));
    }
}
