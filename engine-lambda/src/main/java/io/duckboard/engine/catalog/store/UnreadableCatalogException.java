package io.duckboard.engine.catalog.store;

import io.duckboard.engine.catalog.NewerFormatException;

/** Thrown if there is a catalog.json, but it is damaged or from a newer Duckboard. */
public final class UnreadableCatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final IllegalArgumentException reason;

    UnreadableCatalogException(IllegalArgumentException reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    /** What is wrong with it; a {@link NewerFormatException} if it is only too new. */
    public IllegalArgumentException reason() {
        return reason;
    }
}
