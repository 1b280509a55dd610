package io.duckboard.ui.grid;

import io.duckboard.format.Harmless;
import io.duckboard.format.ValueText;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a cell shows of a value.
 *
 * @param text harmless, one line; empty for NULL
 * @param isWhole whether it says all there is; nested values and long texts are opened for that
 */
record Cell(Optional<String> text, boolean isWhole) {

    /** Longer texts make a grid slow, and nobody reads them there. */
    private static final int MOST = 300;

    static Cell of(@Nullable Object value) {
        if (value == null) {
            return new Cell(Optional.empty(), true);
        }
        String text = ValueText.of(value);
        boolean isNested = value instanceof Map || value instanceof Collection;
        return new Cell(
                Optional.of(Harmless.line(cut(text))), !isNested && text.length() <= MOST && text.indexOf('\n') < 0);
    }

    /** A text; an array around it where there is more; null for NULL. */
    JsonNode json() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (text.isEmpty()) {
            return json.nullNode();
        }
        return isWhole ? json.stringNode(text.get()) : json.arrayNode().add(text.get());
    }

    private static String cut(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        // Half a character is none.
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end) + "…";
    }
}
