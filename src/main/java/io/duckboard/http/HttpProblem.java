package io.duckboard.http;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.jr.ob.JSON;

/**
 * What went wrong, as a program reads it: {@code application/problem+json} by <a
 * href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>, with the members of the protocol's errors.
 */
public record HttpProblem(int status, Problem problem) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JSON WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    public static HttpProblem of(int status, ErrorCode code, String message, String hint) {
        return new HttpProblem(status, Problem.of(code, message, hint));
    }

    /** Answers with this alone. Headers that were set before stay. */
    public void write(HttpServletResponse response) throws IOException {
        byte[] json = json();
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    private byte[] json() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("type", "about:blank");
        members.put("title", title());
        members.put("status", status);
        members.put("detail", problem.message());
        members.put("code", problem.code().name());
        members.put("hint", problem.hint().orElse(null));
        members.put(
                "position", problem.position().isPresent() ? problem.position().getAsInt() : null);
        problem.table().ifPresent(table -> members.put("table", table));
        return WITH_NULLS.asBytes(members);
    }

    private String title() {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Status " + status : known.getReasonPhrase();
    }
}
