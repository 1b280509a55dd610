package io.duckboard.engine.protocol;

import io.duckboard.engine.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * What {@code duckboard-transform} answers, as JSON: {@code {"built": {…}, "timeMs"}}, {@code {"tested": {…}, "timeMs"}},
 * {@code {"published": {…}}}, {@code {"ran": {"id", "steps": […], "published"}}}, {@code {"parsed": tree}} or the error of any
 * function, {@code {"errorMessage", "error": {…}}}.
 */
public final class TransformAnswerJson {

    private static final JSON EXACT =
            JSON.std.with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS).with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private TransformAnswerJson() {}

    public static byte[] write(TransformAnswer answer) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        switch (answer) {
            case TransformAnswer.Built(var model, var elapsed) -> {
                members.put("built", BuiltModelJson.members(model));
                members.put("timeMs", millis(elapsed));
            }
            case TransformAnswer.Tested(var outcome, var elapsed) -> {
                members.put("tested", members(outcome));
                members.put("timeMs", millis(elapsed));
            }
            case TransformAnswer.Published published -> members.put("published", members(published));
            case TransformAnswer.Ran ran -> members.put("ran", members(ran));
            case TransformAnswer.Parsed(var tree) -> members.put("parsed", tree);
            case TransformAnswer.Failed(var problem) -> {
                members.put("errorMessage", problem.message());
                members.put("error", ProblemJson.members(problem));
            }
        }
        return EXACT.asBytes(members);
    }

    /** @throws IllegalArgumentException if this is no answer of an engine */
    public static TransformAnswer read(byte[] json) {
        try {
            return answer(JsonObject.of(EXACT.anyFrom(json)));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("No answer of a Duckboard engine: no JSON", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("No answer of a Duckboard engine: " + e.getMessage(), e);
        }
    }

    private static TransformAnswer answer(JsonObject members) {
        if (members.has("error")) {
            return new TransformAnswer.Failed(ProblemJson.read(members.object("error")));
        }
        if (members.has("built")) {
            return new TransformAnswer.Built(BuiltModelJson.read(members.object("built")), elapsed(members));
        }
        if (members.has("tested")) {
            return new TransformAnswer.Tested(outcome(members.object("tested")), elapsed(members));
        }
        if (members.has("published")) {
            return published(members.object("published"));
        }
        if (members.has("ran")) {
            return ran(members.object("ran"));
        }
        return new TransformAnswer.Parsed(members.text("parsed"));
    }

    private static Map<String, @Nullable Object> members(TestOutcome outcome) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("test", NodeJson.members(outcome.test()));
        members.put("failures", outcome.failures());
        members.put("rows", outcome.rows().map(ResultFileJson::members).orElse(null));
        return members;
    }

    private static TestOutcome outcome(JsonObject members) {
        return new TestOutcome(
                NodeJson.test(members.object("test")),
                members.number("failures").longValue(),
                members.get("rows") == null
                        ? Optional.empty()
                        : Optional.of(ResultFileJson.read(members.object("rows"))));
    }

    private static Map<String, Object> members(TransformAnswer.Published published) {
        return Map.of("notes", published.notes());
    }

    private static TransformAnswer.Published published(JsonObject members) {
        return new TransformAnswer.Published(members.texts("notes"));
    }

    private static Map<String, @Nullable Object> members(TransformAnswer.Ran ran) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("id", ran.run().toString());
        members.put(
                "steps", ran.steps().stream().map(TransformAnswerJson::members).toList());
        members.put(
                "published", ran.published().map(TransformAnswerJson::members).orElse(null));
        return members;
    }

    private static TransformAnswer.Ran ran(JsonObject members) {
        return new TransformAnswer.Ran(
                UUID.fromString(members.text("id")),
                members.objects("steps").map(TransformAnswerJson::step).toList(),
                members.get("published") == null
                        ? Optional.empty()
                        : Optional.of(published(members.object("published"))));
    }

    private static Map<String, @Nullable Object> members(TransformAnswer.Step step) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        switch (step) {
            case TransformAnswer.Step.Built(var model, var elapsed) -> {
                members.put("built", BuiltModelJson.members(model));
                members.put("timeMs", millis(elapsed));
            }
            case TransformAnswer.Step.Tested(var outcome, var elapsed) -> {
                members.put("tested", members(outcome));
                members.put("timeMs", millis(elapsed));
            }
            case TransformAnswer.Step.Failed(var node, var problem, var elapsed) -> {
                members.put("failed", node);
                members.put("error", ProblemJson.members(problem));
                members.put("timeMs", millis(elapsed));
            }
            case TransformAnswer.Step.Skipped(var node) -> members.put("skipped", node);
        }
        return members;
    }

    private static TransformAnswer.Step step(JsonObject members) {
        if (members.has("built")) {
            return new TransformAnswer.Step.Built(BuiltModelJson.read(members.object("built")), elapsed(members));
        }
        if (members.has("tested")) {
            return new TransformAnswer.Step.Tested(outcome(members.object("tested")), elapsed(members));
        }
        return members.has("failed")
                ? new TransformAnswer.Step.Failed(
                        members.text("failed"), ProblemJson.read(members.object("error")), elapsed(members))
                : new TransformAnswer.Step.Skipped(members.text("skipped"));
    }

    private static BigDecimal millis(Duration elapsed) {
        return BigDecimal.valueOf(elapsed.toNanos() / 1_000, 3);
    }

    private static Duration elapsed(JsonObject members) {
        return Duration.ofNanos(new BigDecimal(members.number("timeMs").toString())
                .movePointRight(6)
                .longValue());
    }
}
