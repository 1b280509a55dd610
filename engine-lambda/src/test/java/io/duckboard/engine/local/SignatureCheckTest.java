package io.duckboard.engine.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.duckboard.engine.testing.Attack;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request signed by botocore is accepted unchanged, and refused if any part of it is changed. */
@Attack("A signed call is altered, repeated later, or signed with another secret")
class SignatureCheckTest {

    private static final String ACCESS_KEY = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Instant SIGNED = Instant.parse("2015-08-30T12:36:00Z");

    private final SignatureCheck check = check(SECRET, Duration.ZERO);

    /** Made by botocore 1.44.8 for the service lambda in us-east-1, with these keys and at this time. */
    static Stream<Sent> requests() throws IOException {
        try (InputStream requests = SignatureCheckTest.class.getResourceAsStream("signed-by-botocore.txt")) {
            return Arrays.stream(new String(requests.readAllBytes(), UTF_8).split("\n%%\n", -1))
                    .filter(request -> !request.isEmpty())
                    .map(Sent::of);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void letsInWhatWasSigned(Sent sent) {
        assertThat(check.refusal(sent.headers())).isEmpty();
        assertThat(check.refusal(sent.canonical())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesAnotherMethodPathQueryOrPayload(Sent sent) {
        assertRefused(sent.method("GET"));
        assertRefused(sent.target(target -> target.replace("invocations", "invocation")));
        assertRefused(sent.target(target -> target + (target.contains("?") ? "&" : "?") + "Qualifier=live"));
        assertRefused(sent.payload(sent.payload() + " "));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesAnotherValueOfAnySignedHeader(Sent sent) {
        Signature signature =
                Signature.in(sent.headers().getFirst("Authorization")).orElseThrow();

        for (String name : signature.signedHeaders()) {
            String value = sent.headers().getFirst(name);
            // Another second of the same day is still valid for the key, but it is not the time that was signed.
            String other = name.equals("x-amz-date") ? value.replace("00Z", "01Z") : value + "0";
            assertRefused(sent.header(name, other));
            assertThat(check.refusal(sent.withoutHeader(name).canonical()))
                    .as("without " + name)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesAHeaderOfAwsThatWasNotSigned(Sent sent) {
        assertThat(check.refusal(sent.header("X-Amz-Added", "1").canonical()))
                .contains(InvokeError.INCOMPLETE_SIGNATURE);
        assertThat(check.refusal(sent.header("User-Agent", "any").canonical())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesAnySecretButTheOne(Sent sent) {
        assertThat(check(SECRET + "x", Duration.ZERO).refusal(sent.canonical())).contains(InvokeError.WRONG_SIGNATURE);
        assertThat(check("", Duration.ZERO).refusal(sent.canonical())).contains(InvokeError.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesAnotherScope(Sent sent) {
        assertThat(check.refusal(
                        sent.authorization("/us-east-1/", "/eu-west-1/").canonical()))
                .contains(InvokeError.WRONG_SIGNATURE);
        assertThat(check.refusal(sent.authorization("/20150830/", "/20150829/").canonical()))
                .contains(InvokeError.WRONG_SIGNATURE);
        assertThat(check.refusal(sent.authorization("/lambda/", "/s3/").canonical()))
                .contains(InvokeError.INCOMPLETE_SIGNATURE);
        assertThat(check.refusal(sent.authorization(ACCESS_KEY, "AKIDANOTHER").headers()))
                .contains(InvokeError.WRONG_CREDENTIAL);
    }

    @Test
    void refusesWhatWasSignedLongAgoOrLaterThanNow() throws IOException {
        Headers headers = requests().findFirst().orElseThrow().headers();

        assertThat(check(SECRET, Duration.ofMinutes(15)).refusal(headers)).isEmpty();
        assertThat(check(SECRET, Duration.ofMinutes(-15)).refusal(headers)).isEmpty();
        assertThat(check(SECRET, Duration.ofSeconds(901)).refusal(headers)).contains(InvokeError.EXPIRED_SIGNATURE);
        assertThat(check(SECRET, Duration.ofSeconds(-901)).refusal(headers)).contains(InvokeError.EARLY_SIGNATURE);
    }

    @Test
    void refusesWhatIsNotSignedAtAllOrHasNoTime() throws IOException {
        Sent sent = requests().findFirst().orElseThrow();

        assertThat(check.refusal(sent.withoutHeader("Authorization").headers()))
                .contains(InvokeError.MISSING_SIGNATURE);
        assertThat(check.refusal(sent.header("Authorization", "AWS4-HMAC-SHA256 Credential=x")
                        .headers()))
                .contains(InvokeError.INCOMPLETE_SIGNATURE);
        assertThat(check.refusal(sent.header("X-Amz-Date", "now").headers()))
                .contains(InvokeError.INCOMPLETE_SIGNATURE);
        assertThat(check.refusal(sent.authorization("SignedHeaders=host;", "SignedHeaders=")
                        .headers()))
                .contains(InvokeError.INCOMPLETE_SIGNATURE);
    }

    private void assertRefused(Sent sent) {
        assertThat(check.refusal(sent.canonical())).as(sent.toString()).contains(InvokeError.WRONG_SIGNATURE);
    }

    /** @param later how much later than the signature the checker's clock is */
    private static SignatureCheck check(String secret, Duration later) {
        return new SignatureCheck(new Credential(ACCESS_KEY, secret), Clock.fixed(SIGNED.plus(later), ZoneOffset.UTC));
    }

    /** A request as it was sent. */
    record Sent(String method, String target, Headers headers, String payload) {

        /** The format is a comment, method and target, headers, an empty line and the payload. */
        static Sent of(String text) {
            int end = text.indexOf("\n\n");
            List<String> lines = text.substring(0, end).lines().toList();
            String[] request = lines.get(1).split(" ", -1);
            var headers = new Headers();
            lines.stream().skip(2).forEach(line -> {
                int colon = line.indexOf(": ");
                headers.add(line.substring(0, colon), line.substring(colon + 2));
            });
            return new Sent(request[0], request[1], headers, text.substring(end + 2));
        }

        CanonicalRequest canonical() {
            return new CanonicalRequest(method, URI.create(target), headers, new Payload(payload.getBytes(UTF_8)));
        }

        Sent method(String other) {
            return new Sent(other, target, headers, payload);
        }

        Sent target(UnaryOperator<String> change) {
            return new Sent(method, change.apply(target), headers, payload);
        }

        Sent payload(String other) {
            return new Sent(method, target, headers, other);
        }

        Sent header(String name, String value) {
            Headers copy = copy();
            copy.set(name, value);
            return new Sent(method, target, copy, payload);
        }

        Sent withoutHeader(String name) {
            Headers copy = copy();
            copy.remove(name);
            return new Sent(method, target, copy, payload);
        }

        private Headers copy() {
            var copy = new Headers();
            copy.putAll(headers);
            return copy;
        }

        Sent authorization(String part, String other) {
            return header("Authorization", headers.getFirst("Authorization").replace(part, other));
        }
    }
}
