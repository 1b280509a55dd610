package io.duckboard.engine.protocol;

import io.duckboard.engine.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code {"file", "rows", "bytes", "link", "expiresAt"}}; the last two are null where there is no link. */
final class ResultFileJson {

    private ResultFileJson() {}

    static Map<String, @Nullable Object> members(ResultFile file) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("file", file.path());
        members.put("rows", file.rows());
        members.put("bytes", file.bytes());
        members.put("link", file.link().map(link -> link.uri().toString()).orElse(null));
        members.put(
                "expiresAt",
                file.link().map(link -> link.expiresAt().toString()).orElse(null));
        return members;
    }

    static ResultFile read(JsonObject members) {
        return new ResultFile(
                members.text("file"),
                members.number("rows").longValue(),
                members.number("bytes").longValue(),
                members.get("link") instanceof String uri
                        ? Optional.of(new ResultFile.Link(URI.create(uri), Instant.parse(members.text("expiresAt"))))
                        : Optional.empty());
    }
}
