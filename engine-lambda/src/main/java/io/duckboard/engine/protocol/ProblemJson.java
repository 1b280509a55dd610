package io.duckboard.engine.protocol;

import io.duckboard.engine.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** {@code {"code", "message", "position", "hint"}}; the last two are null where there is none. */
final class ProblemJson {

    private ProblemJson() {}

    static Map<String, @Nullable Object> members(Problem problem) {
        var error = new LinkedHashMap<String, @Nullable Object>();
        error.put("code", problem.code().name());
        error.put("message", problem.message());
        error.put(
                "position", problem.position().isPresent() ? problem.position().getAsInt() : null);
        error.put("hint", problem.hint().orElse(null));
        return error;
    }

    static Problem read(JsonObject error) {
        return new Problem(
                ErrorCode.valueOf(error.text("code")),
                error.text("message"),
                error.get("position") instanceof Number at ? OptionalInt.of(at.intValue()) : OptionalInt.empty(),
                error.get("hint") instanceof String hint ? Optional.of(hint) : Optional.empty());
    }
}
