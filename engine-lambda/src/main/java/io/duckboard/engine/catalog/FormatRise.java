package io.duckboard.engine.catalog;

import java.util.Map;

/**
 * Decides whether a publish on S3 may raise the format of the existing catalog.json: an older engine that is deployed
 * over the lake refuses it from then on. In a folder the format may always rise.
 */
public enum FormatRise {
    REFUSED,
    ALLOWED;

    public static final String VARIABLE = "DUCKBOARD_RAISE_FORMAT";

    /** The value of {@link #VARIABLE}; only {@code true} allows the rise. */
    public static FormatRise of(Map<String, String> environment) {
        return "true".equals(environment.get(VARIABLE)) ? ALLOWED : REFUSED;
    }
}
