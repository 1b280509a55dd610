package io.duckboard.board.yaml;

import io.duckboard.board.Spot;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A value together with where it stands.
 *
 * @param maker makes one of a value and its place
 */
public record Placed<S, T>(ValueType<S> type, BiFunction<S, Spot, T> maker) implements ValueType<T> {

    @Override
    public Optional<T> read(YamlValue value, Problems problems) {
        return type.read(value, problems).map(read -> maker.apply(read, value.spot()));
    }

    @Override
    public Map<String, Object> schema() {
        return type.schema();
    }
}
