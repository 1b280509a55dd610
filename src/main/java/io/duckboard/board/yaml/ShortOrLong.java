package io.duckboard.board.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping that has a short form for the usual case.
 *
 * @param brief how a text is read
 * @param whole how a mapping is read
 */
public record ShortOrLong<T>(ValueType<T> brief, ValueType<T> whole) implements ValueType<T> {

    @Override
    public Optional<T> read(YamlValue value, Problems problems) {
        return value.entries().isPresent() ? whole.read(value, problems) : brief.read(value, problems);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", List.of(brief.schema(), whole.schema()));
    }
}
