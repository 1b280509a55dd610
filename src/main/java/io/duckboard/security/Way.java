package io.duckboard.security;

import java.util.Locale;

/** By which way somebody asks. */
public enum Way {
    PAGE,
    API,
    MCP,
    /** Nobody asks but the app itself. */
    APP;

    /** Returns the name that people read, for example {@code page}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
