package io.duckboard.board;

import io.duckboard.engine.protocol.Parameter;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** One of several values. */
public record OneFilter(String name, String label, Options options, FilterValue preset) implements Filter {

    @Override
    public FilterReading readOne(String text) {
        return options.read(text);
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
        return Map.of(name, options.one(value));
    }
}
