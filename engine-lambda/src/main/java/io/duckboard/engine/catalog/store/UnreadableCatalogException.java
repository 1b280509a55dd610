package io.duckboard.engine.catalog.store;

import io.duckboard.engine.catalog.NewerFormatException;

/** There is a catalog.json, and it is damaged or of a newer Duckboard. */
public final class UnreadableCatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final IllegalArgumentException reason;

    UnreadableCatalogException(IllegalArgumentException reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    /** What is wrong with it; a {@link NewerFormatException} if nothing is. */
    public IllegalArgumentException reason() {
        return reason;
    }
}
