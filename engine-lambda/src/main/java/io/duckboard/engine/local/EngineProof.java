package io.duckboard.engine.local;

import io.duckboard.engine.lake.HmacSha256;
import java.net.URI;

/**
 * The answer of an engine to a fresh random number, which shows that it knows the secret of its engine.json. The
 * answer is valid for one endpoint only: whoever forwards the number to another engine gets that engine's answer.
 */
final class EngineProof {

    /** {@code GET /duckboard/proof?nonce=<64 hex digits>}, answered with 64 hex digits. */
    static final String PATH = "/duckboard/proof";

    static final int NONCE_BYTES = 32;

    /** The secret signs no other text with this beginning. */
    private static final String PURPOSE = "duckboard engine.json proof";

    private EngineProof() {}

    static byte[] of(String secretKey, URI endpoint, String nonce) {
        return HmacSha256.of(secretKey, String.join("\n", PURPOSE, endpoint.toString(), nonce));
    }
}
