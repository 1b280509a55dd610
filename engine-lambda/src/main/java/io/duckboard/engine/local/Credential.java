package io.duckboard.engine.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** The key pair that callers of the Invoke API need. */
record Credential(String accessKey, String secretKey) {

    static Credential random() {
        return new Credential("AKIA" + randomHex(8).toUpperCase(Locale.ROOT), randomHex(20));
    }

    /** @return twice as many characters as bytes requested */
    static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    boolean hasAccessKey(String candidate) {
        return MessageDigest.isEqual(
                accessKey.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Credential[" + accessKey + "]";
    }
}
