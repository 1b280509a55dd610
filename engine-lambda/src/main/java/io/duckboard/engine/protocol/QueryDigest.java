package io.duckboard.engine.protocol;

import io.duckboard.engine.catalog.journal.Sha256;
import java.util.UUID;

/** The name of a query in logs. Whoever knows a query's id may cancel the query, and many people read logs. */
public final class QueryDigest {

    /** Long enough to find a query; a collision has no consequences. */
    private static final int DIGITS = 16;

    private QueryDigest() {}

    /**
     * The first 16 hex digits of the SHA-256 of the id as it is written: {@code printf %s ID | sha256sum | cut -c1-16}.
     */
    public static String of(UUID queryId) {
        return Sha256.of(queryId.toString()).substring(0, DIGITS);
    }
}
