package io.duckboard.board.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of parts. */
public record Parts<T>(ValueType<T> item, int most) implements ValueType<List<Part<T>>> {

    @Override
    public Optional<List<Part<T>>> read(YamlValue value, Problems problems) {
        return new Listed<>(new OnItsOwn<>(item), most, Listed.Single.REFUSED).read(value, problems);
    }

    @Override
    public Map<String, Object> schema() {
        return new Listed<>(item, most, Listed.Single.REFUSED).schema();
    }

    private record OnItsOwn<T>(ValueType<T> item) implements ValueType<Part<T>> {

        @Override
        public Optional<Part<T>> read(YamlValue value, Problems problems) {
            var own = new Problems();
            Optional<T> read = item.read(value, own);
            return Optional.of(new Part<>(value, own.hasErrors() ? Optional.empty() : read, own.all()));
        }

        @Override
        public Map<String, Object> schema() {
            return item.schema();
        }
    }
}
