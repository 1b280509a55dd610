package io.duckboard.engine.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** How logs name a query: who knows its id may cancel it, and many people read logs. */
public final class QueryDigest {

    /** Enough to find a query by; nothing hangs on two that meet. */
    private static final int BYTES = 8;

    private QueryDigest() {}

    /** The first 16 hex digits of the SHA-256 of the id as it is written: {@code printf %s ID | sha256sum | cut -c1-16}. */
    public static String of(UUID queryId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(queryId.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
