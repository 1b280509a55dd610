package io.duckboard.engine.catalog.journal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Names that nobody else can have chosen: 128 random bits, where UUIDs of version 4 have six fewer. */
public final class RandomName {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomName() {}

    /** Written as UUIDs are. */
    public static UUID make() {
        byte[] bits = new byte[2 * Long.BYTES];
        RANDOM.nextBytes(bits);
        ByteBuffer halves = ByteBuffer.wrap(bits);
        return new UUID(halves.getLong(), halves.getLong());
    }
}
