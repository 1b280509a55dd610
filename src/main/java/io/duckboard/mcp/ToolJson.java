package io.duckboard.mcp;

import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** What agents read, as JSON. */
final class ToolJson {

    private static final JSON WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private ToolJson() {}

    static String of(@Nullable Object value) {
        return WITH_NULLS.asString(value);
    }
}
