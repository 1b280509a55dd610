package io.duckboard.ui.grid;

import io.duckboard.engine.protocol.Column;
import io.duckboard.format.ValueText;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** A value with nothing left out; lists, structures and JSON over as many lines as they have parts. */
record WholeValue(Column column, @Nullable Object value) {

    private static final JSON LAID_OUT = JSON.std
            .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
            .with(JSON.Feature.WRITE_NULL_PROPERTIES)
            .with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS);

    String text() {
        return switch (value) {
            case Map<?, ?> struct -> LAID_OUT.asString(struct);
            case Collection<?> list -> LAID_OUT.asString(list);
            case String json when column.type().equals("JSON") -> laidOut(json);
            case null, default -> ValueText.of(value);
        };
    }

    private static String laidOut(String json) {
        try {
            Object value = LAID_OUT.anyFrom(json);
            return value instanceof Map || value instanceof Collection ? LAID_OUT.asString(value) : json;
        } catch (JacksonException _) {
            return json;
        }
    }
}
