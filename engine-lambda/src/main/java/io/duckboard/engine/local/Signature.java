package io.duckboard.engine.local;

import io.duckboard.engine.catalog.journal.Sha256;
import io.duckboard.engine.lake.HmacSha256;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of the Authorization header in <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signature Version
 * 4</a>.
 *
 * @param date of the key, {@code yyyyMMdd}
 * @param signedHeaders their names in lower case
 * @param hex the signature itself
 */
record Signature(String accessKey, String date, String region, String service, List<String> signedHeaders, String hex) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String END_OF_SCOPE = "aws4_request";
    private static final Pattern AUTHORIZATION = Pattern.compile(ALGORITHM
            + " +Credential=(?<key>[^/,\\s]+)/(?<date>\\d{8})/(?<region>[^/,\\s]+)/(?<service>[^/,\\s]+)/"
            + END_OF_SCOPE
            + ", *SignedHeaders=(?<headers>[^,\\s]+), *Signature=(?<hex>[0-9a-f]{64})");

    Signature {
        signedHeaders = List.copyOf(signedHeaders);
    }

    /** Empty if the header is not a signature. */
    static Optional<Signature> in(String authorization) {
        Matcher header = AUTHORIZATION.matcher(authorization);
        return header.matches()
                ? Optional.of(new Signature(
                        header.group("key"),
                        header.group("date"),
                        header.group("region"),
                        header.group("service"),
                        List.of(header.group("headers").split(";", -1)),
                        header.group("hex")))
                : Optional.empty();
    }

    /**
     * Whether the secret produces this signature for the request.
     *
     * @param time from the request, {@code yyyyMMdd'T'HHmmss'Z'}
     */
    boolean isOf(CanonicalRequest request, String time, String secret) {
        String canonical = request.text(signedHeaders);
        String toSign = String.join(
                "\n", ALGORITHM, time, String.join("/", date, region, service, END_OF_SCOPE), Sha256.of(canonical));
        return HmacSha256.isHexOf(HmacSha256.of(key(secret), toSign), hex);
    }

    private byte[] key(String secret) {
        byte[] ofDate = HmacSha256.of("AWS4" + secret, date);
        byte[] ofRegion = HmacSha256.of(ofDate, region);
        return HmacSha256.of(HmacSha256.of(ofRegion, service), END_OF_SCOPE);
    }
}
