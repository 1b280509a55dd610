package io.duckboard.board.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type that a schema has once, as a definition, however often it is used.
 *
 * @param name of the definition
 */
public record Named<T>(String name, ValueType<T> type) implements ValueType<T> {

    @Override
    public Optional<T> read(YamlValue value, Problems problems) {
        return type.read(value, problems);
    }

    /** In a list of one, because draft 7 passes over what stands beside a reference. */
    @Override
    public Map<String, Object> schema() {
        return Map.of("allOf", List.of(Map.of("$ref", "#/definitions/" + name)));
    }
}
