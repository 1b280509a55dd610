package io.duckboard.grid;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** A value as a cell shows it. */
final class CellText {

    /** Longer texts make a grid slow, and nobody reads them there. */
    private static final int MOST = 300;

    private CellText() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case List<?> list -> shortened(JSON.std.asString(list));
            case Map<?, ?> map -> shortened(JSON.std.asString(map));
            default -> shortened(value.toString());
        };
    }

    private static String shortened(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}
