package io.duckboard.board.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text of a form.
 *
 * @param form a regular expression that Java and JavaScript read alike, for the whole text
 * @param expected what such a text is, after {@code is not}
 * @param reader makes the value of a text of the form; empty if it is none after all
 */
public record Matched<T>(String form, String expected, Function<String, Optional<T>> reader) implements ValueType<T> {

    @Override
    public Optional<T> read(YamlValue value, Problems problems) {
        Optional<T> read = value.text()
                .map(String::strip)
                .filter(text -> text.matches(form))
                .flatMap(reader);
        if (read.isEmpty()) {
            problems.error(
                    value.spot(), value.text().map(Problems::quoted).orElse("This") + " is not " + expected + ".", "");
        }
        return read;
    }

    @Override
    public Map<String, Object> schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "string");
        schema.put("pattern", "^(?:" + form + ")$");
        return schema;
    }
}
