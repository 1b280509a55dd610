package io.duckboard.engine.lake;

import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;

/** Signs links to results in a folder, as S3 does for those in a bucket. Writer and server share the secret. */
public final class LinkSignature {

    private final String secret;

    public LinkSignature(String secret) {
        this.secret = secret;
    }

    /** {@code /results/<file>?expires=<epoch seconds>&signature=<hex>}. */
    URI link(String file, Instant expires) {
        long seconds = expires.getEpochSecond();
        String signature = HexFormat.of().formatHex(hmac(file, seconds));
        return URI.create("/results/" + file + "?expires=" + seconds + "&signature=" + signature);
    }

    /** Whether this is the signature of a link that was made here. Does not check whether the link has expired. */
    public boolean isOf(String file, long expires, String signature) {
        return HmacSha256.isHexOf(hmac(file, expires), signature);
    }

    private byte[] hmac(String file, long expires) {
        return HmacSha256.of(secret, file + "\n" + expires);
    }
}
