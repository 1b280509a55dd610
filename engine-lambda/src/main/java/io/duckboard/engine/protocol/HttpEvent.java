package io.duckboard.engine.protocol;

import java.util.Map;

/**
 * What a <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">function URL</a> makes of an HTTP
 * request, in payload format 2.0. Its body is the request; nothing else of it is looked at.
 */
record HttpEvent(Map<String, Object> members) {

    static boolean is(Map<String, Object> event) {
        return event.get("requestContext") instanceof Map<?, ?> context && context.get("http") instanceof Map;
    }

    String body() throws InvalidRequestException {
        if (Boolean.TRUE.equals(members.get("isBase64Encoded"))) {
            throw new InvalidRequestException(
                    "The HTTP request's body came as binary. Send the header content-type: application/json with it.");
        }
        if (members.get("body") instanceof String body && !body.isBlank()) {
            return body;
        }
        throw new InvalidRequestException("The HTTP request has no body. POST one. " + RequestJson.EXPECTED);
    }
}
