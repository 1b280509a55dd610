package io.duckboard.engine.protocol;

import io.duckboard.engine.catalog.journal.Sha256;
import java.util.UUID;

/** How logs name a query: who knows its id may cancel it, and many people read logs. */
public final class QueryDigest {

    /** Enough to find a query by; nothing hangs on two that meet. */
    private static final int DIGITS = 16;

    private QueryDigest() {}

    /** The first 16 hex digits of the SHA-256 of the id as it is written: {@code printf %s ID | sha256sum | cut -c1-16}. */
    public static String of(UUID queryId) {
        return Sha256.of(queryId.toString()).substring(0, DIGITS);
    }
}
