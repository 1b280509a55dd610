package io.duckboard.engine.lake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs texts so that only somebody who knows the key can make the signature. */
public final class HmacSha256 {

    private static final String ALGORITHM = "HmacSHA256";

    private HmacSha256() {}

    public static byte[] of(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }

    public static byte[] of(String key, String text) {
        return of(key.getBytes(StandardCharsets.UTF_8), text);
    }

    /** Whether {@code hex} is the code of these bytes. Takes the same time whatever the input is. */
    public static boolean isHexOf(byte[] hmac, String hex) {
        return MessageDigest.isEqual(
                HexFormat.of().formatHex(hmac).getBytes(StandardCharsets.UTF_8), hex.getBytes(StandardCharsets.UTF_8));
    }
}
