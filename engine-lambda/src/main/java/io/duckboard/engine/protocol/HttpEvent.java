package io.duckboard.engine.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The event that a <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">function URL</a> makes
 * from an HTTP request, in payload format 2.0. Its body is the request; everything else is ignored.
 */
record HttpEvent(Map<String, Object> members) {

    static boolean is(Map<String, Object> event) {
        return event.get("requestContext") instanceof Map<?, ?> context && context.get("http") instanceof Map;
    }

    /** A body is in Base64 if its content-type is not a text type. */
    String body() throws InvalidRequestException {
        if (!(members.get("body") instanceof String body) || body.isBlank()) {
            throw new InvalidRequestException("The HTTP request has no body. POST one. " + RequestJson.EXPECTED);
        }
        return Boolean.TRUE.equals(members.get("isBase64Encoded")) ? decoded(body) : body;
    }

    private static String decoded(String body) throws InvalidRequestException {
        try {
            return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("The HTTP request's body is no Base64, though it says so.");
        }
    }
}
