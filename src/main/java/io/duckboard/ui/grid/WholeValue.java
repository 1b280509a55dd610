package io.duckboard.ui.grid;

import io.duckboard.engine.protocol.Column;
import io.duckboard.format.ValueText;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A complete value. Lists, structures and JSON take as many lines as they have parts. */
record WholeValue(Column column, @Nullable Object value) {

    /** A text in which a name occurs twice is shown unchanged, since the layout would drop one of the two. */
    private static final JsonMapper LAID_OUT = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    String text() {
        return switch (value) {
            case Map<?, ?> struct -> LAID_OUT.writeValueAsString(struct);
            case Collection<?> list -> LAID_OUT.writeValueAsString(list);
            case String json when column.type().equals("JSON") -> laidOut(json);
            case null, default -> ValueText.of(value);
        };
    }

    private static String laidOut(String json) {
        try {
            Object value = LAID_OUT.readValue(json, Object.class);
            return value instanceof Map || value instanceof Collection ? LAID_OUT.writeValueAsString(value) : json;
        } catch (JacksonException _) {
            return json;
        }
    }
}
