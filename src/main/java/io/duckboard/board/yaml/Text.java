package io.duckboard.board.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text, which may be written as a number.
 *
 * @param least characters
 * @param most characters
 */
public record Text(int least, int most) implements ValueType<String> {

    /** As many as fit into a line. */
    public static final int LINE = 200;

    @Override
    public Optional<String> read(YamlValue value, Problems problems) {
        Optional<String> text = value.text().map(String::strip);
        if (text.isEmpty()) {
            problems.error(value.spot(), "This should be a text.", "Quote it if it begins with { or [.");
        } else if (text.get().length() < least) {
            problems.error(value.spot(), "This text is empty.", "");
            return Optional.empty();
        } else if (text.get().length() > most) {
            problems.error(value.spot(), "This text is longer than " + most + " characters.", "Shorten it.");
            return Optional.empty();
        }
        return text;
    }

    @Override
    public Map<String, Object> schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", List.of("string", "number", "boolean"));
        if (least > 0) {
            schema.put("minLength", least);
        }
        schema.put("maxLength", most);
        return schema;
    }
}
