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
 * @param text one line with harmless characters only; empty for NULL
 * @param isWhole whether the text is complete; nested values and long texts open for the rest
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

    /** Returns a text, an array around the text if there is more to see, or null for NULL. */
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
        // Does not cut a character in half.
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end) + "…";
    }
}
