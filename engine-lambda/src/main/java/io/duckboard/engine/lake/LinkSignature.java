package io.duckboard.engine.lake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs links to results in a folder, as S3 does for those in a bucket: with a secret that writer and server share. */
public final class LinkSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    public LinkSignature(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** {@code /results/<file>?expires=<epoch seconds>&signature=<hex>}. */
    URI link(String file, Instant expires) {
        long seconds = expires.getEpochSecond();
        return URI.create("/results/" + file + "?expires=" + seconds + "&signature=" + signature(file, seconds));
    }

    /** Whether this is the signature of a link that was made here; says nothing of whether it has expired. */
    public boolean isOf(String file, long expires, String signature) {
        return MessageDigest.isEqual(
                signature(file, expires).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String file, long expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] bytes = (file + "\n" + expires).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }
}
