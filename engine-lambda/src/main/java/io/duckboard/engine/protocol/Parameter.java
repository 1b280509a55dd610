package io.duckboard.engine.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * A value bound to {@code $name} in the SQL, never pasted into it.
 *
 * @param type a DuckDB type name such as {@code DATE}, {@code BIGINT} or {@code VARCHAR}
 * @param value the value's text in DuckDB's own notation, or a list as a JSON array; null binds NULL
 */
public record Parameter(Type type, @Nullable String value) {

    /** The types that a parameter may have, which are those that people type into a form. */
    public enum Type {
        VARCHAR,
        BOOLEAN,
        BIGINT,
        DOUBLE,
        DECIMAL,
        DATE,
        TIMESTAMP,
        VARCHAR_LIST,
        BIGINT_LIST,
        DOUBLE_LIST
    }

    /** A list of several values, such as {@code unnest} takes. */
    public static Parameter list(Type type, List<?> values) {
        return new Parameter(type, JSON.std.asString(values));
    }
}
