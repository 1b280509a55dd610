package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures are the same as in AWS's published examples. */
class SignatureTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String TIME = "20150830T123600Z";

    /** From aws-sig-v4-test-suite: get-vanilla, post-vanilla, get-vanilla-query-order-key-case. */
    @ParameterizedTest
    @CsvSource({
        "GET,  /, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "POST, /, 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        "GET,  /?Param2=value2&Param1=value1, b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    })
    void isThatOfThePublishedExample(String method, String target, String hex) {
        var headers = new Headers();
        headers.add("Host", "example.amazonaws.com");
        headers.add("X-Amz-Date", TIME);
        var request = new CanonicalRequest(method, URI.create(target), headers, new Payload(new byte[0]));

        Signature signature = read(hex).orElseThrow();

        assertThat(signature.isOf(request, TIME, SECRET)).isTrue();
        assertThat(signature.isOf(request, TIME, SECRET + "x")).isFalse();
        assertThat(read("0".repeat(64)).orElseThrow().isOf(request, TIME, SECRET))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic QUtJREVYQU1QTEU6eA==",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE, SignedHeaders=host, Signature=0",
                "AWS4-ECDSA-P256-SHA256 Credential=A/20150830/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0"
            })
    void isNothingElse(String authorization) {
        assertThat(Signature.in(authorization)).isEmpty();
    }

    private static Optional<Signature> read(String hex) {
        return Signature.in("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + "SignedHeaders=host;x-amz-date, Signature=" + hex);
    }
}
