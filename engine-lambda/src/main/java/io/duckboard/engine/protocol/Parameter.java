package io.duckboard.engine.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A value bound to {@code $name} in the SQL, never pasted into it.
 *
 * @param type a DuckDB type name such as {@code DATE}, {@code BIGINT} or {@code VARCHAR}
 * @param value the value's text in DuckDB's own notation; null binds NULL
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
        TIMESTAMP
    }
}
