package io.duckboard.engine.local;

import com.sun.net.httpserver.Headers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Checks that a request was signed recently by somebody who knows the secret, and was not changed afterwards. */
final class SignatureCheck {

    /** The same limit as AWS's. */
    private static final Duration SKEW = Duration.ofMinutes(15);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Credential credential;
    private final Clock clock;

    SignatureCheck(Credential credential, Clock clock) {
        this.credential = credential;
        this.clock = clock;
    }

    /** What is wrong with a request, before any of its payload is read; empty if nothing is. */
    Optional<InvokeError> refusal(Headers headers) {
        String authorization = headers.getFirst("Authorization");
        if (authorization == null) {
            return Optional.of(InvokeError.MISSING_SIGNATURE);
        }
        Optional<Signature> signature = Signature.in(authorization);
        if (signature.isEmpty() || !signsEnough(signature.get(), headers)) {
            return Optional.of(InvokeError.INCOMPLETE_SIGNATURE);
        }
        if (!credential.hasAccessKey(signature.get().accessKey())) {
            return Optional.of(InvokeError.WRONG_CREDENTIAL);
        }
        return refusalOfTime(signature.get(), time(headers));
    }

    /** What is wrong with a complete request. */
    Optional<InvokeError> refusal(CanonicalRequest request) {
        Headers headers = request.headers();
        return refusal(headers)
                .or(() -> isSigned(request) ? Optional.empty() : Optional.of(InvokeError.WRONG_SIGNATURE));
    }

    private boolean isSigned(CanonicalRequest request) {
        Headers headers = request.headers();
        return Signature.in(headers.getFirst("Authorization"))
                .filter(signature -> signature.isOf(request, time(headers), credential.secretKey()))
                .isPresent();
    }

    /**
     * AWS requires the host and all its own headers to be signed, since an unsigned header could come from someone
     * else.
     */
    private static boolean signsEnough(Signature signature, Headers headers) {
        return signature.service().equals("lambda")
                && signature.signedHeaders().contains("host")
                && headers.keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> name.startsWith("x-amz-"))
                        .allMatch(signature.signedHeaders()::contains);
    }

    private Optional<InvokeError> refusalOfTime(Signature signature, String time) {
        Instant signed;
        try {
            signed = TIME.parse(time, Instant::from);
        } catch (DateTimeException e) {
            return Optional.of(InvokeError.INCOMPLETE_SIGNATURE);
        }
        Instant now = clock.instant();
        if (signed.isBefore(now.minus(SKEW))) {
            return Optional.of(InvokeError.EXPIRED_SIGNATURE);
        }
        if (signed.isAfter(now.plus(SKEW))) {
            return Optional.of(InvokeError.EARLY_SIGNATURE);
        }
        return time.startsWith(signature.date()) ? Optional.empty() : Optional.of(InvokeError.WRONG_SIGNATURE);
    }

    private static String time(Headers headers) {
        String time = headers.getFirst("X-Amz-Date");
        return time == null ? "" : time;
    }
}
