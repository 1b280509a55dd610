package io.duckboard.metrics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A secret that somebody has to send. */
final class Token {

    private static final String BEARER = "bearer ";

    private final byte[] secret;

    Token(String text) {
        this.secret = text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param authorization the header's value. How long the comparison takes says nothing about the token */
    boolean isIn(@Nullable String authorization) {
        return authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                && MessageDigest.isEqual(
                        secret, authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
