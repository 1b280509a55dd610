package io.duckboard.engine.local;

import io.duckboard.engine.lake.HmacSha256;
import java.net.URI;

/**
 * What an engine answers to a number that nobody has asked it before, to show that it knows the secret of its engine.json. It
 * holds for one endpoint: who passes the number on to another engine gets that one's answer.
 */
final class EngineProof {

    /** {@code GET /duckboard/proof?nonce=<64 hex digits>}, answered with 64 hex digits. */
    static final String PATH = "/duckboard/proof";

    static final int NONCE_BYTES = 32;

    /** No other text that the secret signs begins like this. */
    private static final String PURPOSE = "duckboard engine.json proof";

    private EngineProof() {}

    static byte[] of(String secretKey, URI endpoint, String nonce) {
        return HmacSha256.of(secretKey, String.join("\n", PURPOSE, endpoint.toString(), nonce));
    }
}
