package io.duckboard.board;

import io.duckboard.engine.protocol.Parameter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** True, false, or neither. */
public record BooleanFilter(String name, String label, Optional<Boolean> preset) implements Filter {

    @Override
    public FilterReading readOne(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> new FilterReading.Read(new FilterValue.OfBoolean(true));
            case "false" -> new FilterReading.Read(new FilterValue.OfBoolean(false));
            default -> new FilterReading.Refused(Shown.quoted(text) + " is neither true nor false.");
        };
    }

    @Override
    public FilterValue initial(LocalDate today) {
        return preset.<FilterValue>map(FilterValue.OfBoolean::new).orElseGet(FilterValue.Unset::new);
    }

    @Override
    public Map<String, Parameter> bound(FilterValue value) {
        return Map.of(
                name,
                new Parameter(
                        Parameter.Type.BOOLEAN,
                        value instanceof FilterValue.OfBoolean(boolean truth) ? String.valueOf(truth) : null));
    }
}
