package io.duckboard.board;

import io.duckboard.engine.protocol.Parameter;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Any text of one line. */
public record TextFilter(String name, String label, Optional<String> preset) implements Filter {

    private static final int LONGEST = 1000;

    @Override
    public FilterReading readOne(String text) {
        return text.length() > LONGEST
                ? new FilterReading.Refused("“" + label + "” takes at most " + LONGEST + " characters.")
                : new FilterReading.Read(new FilterValue.OfText(text));
    }

    @Override
    public FilterValue initial(LocalDate today) {
        return preset.<FilterValue>map(FilterValue.OfText::new).orElseGet(FilterValue.Unset::new);
    }

    @Override
    public Map<String, Parameter> bound(FilterValue value) {
        return Map.of(
                name,
                new Parameter(Parameter.Type.VARCHAR, value instanceof FilterValue.OfText(String text) ? text : null));
    }
}
