package io.duckboard.api;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.InvalidRequestException;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.http.HttpProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.jr.ob.JSON;

/**
 * A query as a client has sent it.
 *
 * @param query with an id, and without {@code into}
 * @param export how the whole answer is wanted; empty where it is wanted as the engine's JSON
 */
record QueryRequest(Request.Query query, Optional<Export> export) {

    /** What an address may say of a query whose body is SQL alone. */
    private static final List<String> IN_ADDRESS = List.of("limit", "timeoutMs", "queryId");

    /** @throws ApiException with what is wrong with it */
    static QueryRequest of(HttpServletRequest request) {
        if (!isJson(request)) {
            return of(json(request), accepted(request));
        }
        if (IN_ADDRESS.stream().anyMatch(name -> request.getParameter(name) != null)) {
            throw invalid(
                    "Where the body is JSON, it says all of a query.",
                    "Put " + String.join(", ", IN_ADDRESS) + " into it, or send SQL alone.");
        }
        return of(Body.of(request), accepted(request));
    }

    private static QueryRequest of(byte[] json, List<MediaType> accepted) {
        if (!(read(json) instanceof Request.Query query)) {
            throw invalid("This is no query.", "Expected a JSON object such as {\"q\": \"SELECT 1\"}.");
        }
        if (!query.parts().isEmpty() || query.unless().isPresent()) {
            throw invalid("\"parts\" and \"unless\" are for callers of the function itself.", "Leave them out.");
        }
        Request.Query named = query.queryId().isPresent() ? query : query.queryId(UUID.randomUUID());
        return new QueryRequest(named, export(query, accepted));
    }

    private static Optional<Export> export(Request.Query query, List<MediaType> accepted) {
        if (query.into().isEmpty()) {
            return AnswerKind.accepted(accepted)
                    .orElseThrow(() -> unacceptable("JSON, JSON lines, CSV or Parquet"))
                    .export();
        }
        AnswerKind wanted = AnswerKind.of(query.into().get());
        if (!wanted.isIn(accepted)) {
            throw unacceptable(wanted.contentType() + ", as \"into\" says");
        }
        return query.into();
    }

    private static Request read(byte[] json) {
        try {
            return RequestJson.read(new ByteArrayInputStream(json));
        } catch (InvalidRequestException e) {
            throw new ApiException(new HttpProblem(400, e.problem()));
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .map(MediaType::parseMediaType)
                .filter(MediaType.APPLICATION_JSON::includes)
                .isPresent();
    }

    private static byte[] json(HttpServletRequest request) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("q", Body.text(request));
        for (String name : IN_ADDRESS) {
            String value = request.getParameter(name);
            if (value != null) {
                members.put(
                        name,
                        name.equals("timeoutMs") && value.matches("[1-9]\\d{0,8}") ? Integer.valueOf(value) : value);
            }
        }
        return JSON.std.asBytes(members);
    }

    /** Without the header, everything is accepted. */
    private static List<MediaType> accepted(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader("Accept")).orElse("*/*");
        try {
            List<MediaType> types = MediaType.parseMediaTypes(header);
            return types.isEmpty() ? List.of(MediaType.ALL) : types;
        } catch (InvalidMediaTypeException e) {
            throw unacceptable("JSON, JSON lines, CSV or Parquet");
        }
    }

    private static ApiException unacceptable(String given) {
        return new ApiException(
                406,
                ErrorCode.INVALID_REQUEST,
                "The answer cannot be given as what the header Accept says.",
                "It can be " + given + ".");
    }

    private static ApiException invalid(String message, String hint) {
        return new ApiException(400, ErrorCode.INVALID_REQUEST, message, hint);
    }
}
