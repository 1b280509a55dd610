package io.duckboard.trace;

import java.security.SecureRandom;
import java.util.HexFormat;

/** By which somebody who is told of a fault can be helped, since the log and the traces have it too. */
public final class Reference {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 8;

    private Reference() {}

    /** Returns the id of the trace to which this thread's work belongs, or a random number of 16 hexadecimal digits. */
    public static String of(Traces traces) {
        return traces.id().orElseGet(Reference::random);
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
