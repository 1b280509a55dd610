package io.duckboard.board.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One of these words.
 *
 * @param values by their words
 * @param key for which it stands, for messages
 */
public record Word<T>(SequencedMap<String, ? extends T> values, String key) implements ValueType<T> {

    @Override
    public Optional<T> read(YamlValue value, Problems problems) {
        String word = value.text().orElse("");
        T read = values.get(word);
        if (read == null) {
            problems.unknown(
                    value.spot(),
                    word.isEmpty() || value.text().isEmpty()
                            ? "“" + key + "” should be a word."
                            : "“" + key + "” cannot be " + Problems.quoted(word) + ".",
                    word,
                    values.keySet());
        }
        return Optional.ofNullable(read);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("enum", List.copyOf(values.keySet()));
    }
}
