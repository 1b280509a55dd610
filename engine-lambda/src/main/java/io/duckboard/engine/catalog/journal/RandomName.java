package io.duckboard.engine.catalog.journal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Makes names that nobody else can have chosen. They have 128 random bits; UUIDs of version 4 have six fewer. */
public final class RandomName {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomName() {}

    /** In the notation of UUIDs. */
    public static UUID make() {
        byte[] bits = new byte[2 * Long.BYTES];
        RANDOM.nextBytes(bits);
        ByteBuffer halves = ByteBuffer.wrap(bits);
        return new UUID(halves.getLong(), halves.getLong());
    }
}
