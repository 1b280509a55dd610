package io.duckboard.engine.catalog;

import java.util.Map;

/**
 * Whether what is published on S3 may raise the format of the catalog.json that lies there: an engine of before that is
 * deployed over it refuses the lake from then on. In a folder it always may.
 */
public enum FormatRise {
    REFUSED,
    ALLOWED;

    public static final String VARIABLE = "DUCKBOARD_RAISE_FORMAT";

    /** What {@link #VARIABLE} says; only {@code true} allows it. */
    public static FormatRise of(Map<String, String> environment) {
        return "true".equals(environment.get(VARIABLE)) ? ALLOWED : REFUSED;
    }
}
