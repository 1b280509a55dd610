package io.duckboard.engine.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import io.duckboard.engine.catalog.journal.Sha256;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request in the canonical form that Signature Version 4 signs. The payload's hash is always computed from the
 * received payload. A client that signs {@code UNSIGNED-PAYLOAD} instead is refused, since over plain HTTP nothing
 * else protects its SQL from changes.
 *
 * @param target as it was sent, still encoded
 */
record CanonicalRequest(String method, URI target, Headers headers, Payload payload) {

    String text(List<String> signedHeaders) {
        return String.join(
                "\n",
                method,
                path(),
                query(),
                signedHeaders.stream()
                        .map(name -> name + ":" + value(name) + "\n")
                        .collect(Collectors.joining()),
                String.join(";", signedHeaders),
                Sha256.of(payload.bytes()));
    }

    /** Encoded once more than it was sent, as every service except S3 requires. */
    private String path() {
        return encoded(target.getRawPath()).replace("%2F", "/");
    }

    private String query() {
        String sent = target.getRawQuery();
        return sent == null || sent.isEmpty()
                ? ""
                : Arrays.stream(sent.split("&", -1))
                        .map(Parameter::of)
                        .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
                        .map(parameter -> parameter.name() + "=" + parameter.value())
                        .collect(Collectors.joining("&"));
    }

    private String value(String header) {
        List<String> values = headers.getOrDefault(header, List.of());
        return values.stream()
                .map(value -> value.strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining(","));
    }

    private static String decoded(String text) {
        // A plus stands for itself here, and not for a space as in forms.
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    /** Encodes everything except letters, digits and {@code -_.~}. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private record Parameter(String name, String value) {

        static Parameter of(String sent) {
            int equals = sent.indexOf('=');
            return equals < 0
                    ? new Parameter(encoded(decoded(sent)), "")
                    : new Parameter(
                            encoded(decoded(sent.substring(0, equals))), encoded(decoded(sent.substring(equals + 1))));
        }
    }
}
