package io.duckboard.engine.protocol;

import io.duckboard.engine.json.JsonObject;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * The requests to {@code duckboard-transform} as JSON events (see {@link TransformRequest} for their members), and its
 * answers: {@code {"built": {…}, "timeMs"}}, {@code {"tested": {…}, "timeMs"}}, {@code {"published": {…}}},
 * {@code {"ran": {"id", "steps": […], "published"}}}, {@code {"parsed": tree}} or the error of any function,
 * {@code {"errorMessage", "error": {…}}}.
 */
public final class TransformJson {

    private static final String EXPECTED =
            "Expected a JSON object with \"materialize\", \"check\", \"publish\", \"run\" or \"parse\".";

    private TransformJson() {}

    public static byte[] write(TransformRequest request) {
        var members = new LinkedHashMap<String, Object>();
        switch (request) {
            case TransformRequest.Materialize(var run, var model, var built) -> {
                members.put("materialize", PlanJson.members(model));
                members.put("run", run.toString());
                members.put("built", members(built));
            }
            case TransformRequest.Check(var run, var test, var built) -> {
                members.put("check", PlanJson.members(test));
                members.put("run", run.toString());
                members.put("built", members(built));
            }
            case TransformRequest.Publish(var run, var begunAt, var built) -> {
                members.put("publish", run.toString());
                members.put("begunAt", begunAt.toString());
                members.put("built", members(built));
            }
            case TransformRequest.Run(var run, var plan) -> {
                members.put("run", PlanJson.members(plan));
                members.put("id", run.toString());
            }
            case TransformRequest.Parse(var sql) -> members.put("parse", sql);
        }
        return JSON.std.asBytes(members);
    }

    /** Reads one event. {@code event} is not closed. */
    public static TransformRequest request(InputStream event) throws InvalidRequestException {
        try {
            Map<String, Object> members = JSON.std.mapFrom(event);
            if (members == null) {
                throw new InvalidRequestException("The event is null. " + EXPECTED);
            }
            return request(new JsonObject(members));
        } catch (JacksonException e) {
            throw new InvalidRequestException("The event is no JSON object. " + EXPECTED);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new InvalidRequestException("The request cannot be understood: " + e.getMessage() + ".");
        }
    }

    public static byte[] write(TransformAnswer answer) {
        return AnswerJson.EXACT.asBytes(
                switch (answer) {
                    case TransformAnswer.Built(var model, var elapsed) -> built(model, elapsed);
                    case TransformAnswer.Tested(var outcome, var elapsed) -> tested(outcome, elapsed);
                    case TransformAnswer.Published published -> Map.of("published", members(published));
                    case TransformAnswer.Ran ran -> Map.of("ran", members(ran));
                    case TransformAnswer.Parsed(var tree) -> Map.of("parsed", tree);
                    case TransformAnswer.Failed(var problem) -> AnswerJson.failed(problem);
                });
    }

    /** @throws IllegalArgumentException if this is not an engine's answer */
    public static TransformAnswer answer(byte[] json) {
        JsonObject answer = AnswerJson.object(json);
        try {
            return answer(answer);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("No answer of a Duckboard engine: " + e.getMessage(), e);
        }
    }

    private static TransformRequest request(JsonObject members) throws InvalidRequestException {
        if (members.has("materialize")) {
            return new TransformRequest.Materialize(
                    id(members, "run"), PlanJson.model(members.object("materialize")), built(members));
        }
        if (members.has("check")) {
            return new TransformRequest.Check(
                    id(members, "run"), PlanJson.test(members.object("check")), built(members));
        }
        if (members.has("publish")) {
            return new TransformRequest.Publish(
                    id(members, "publish"), Instant.parse(members.text("begunAt")), built(members));
        }
        if (members.has("run")) {
            return new TransformRequest.Run(
                    members.has("id") ? id(members, "id") : UUID.randomUUID(), PlanJson.plan(members.object("run")));
        }
        if (members.has("parse")) {
            return new TransformRequest.Parse(members.text("parse"));
        }
        throw new InvalidRequestException(EXPECTED);
    }

    private static UUID id(JsonObject members, String name) throws InvalidRequestException {
        return RequestJson.id(members.get(name), "\"" + name + "\"");
    }

    private static List<Map<String, Object>> members(List<BuiltModel> built) {
        return built.stream().map(PlanJson::members).toList();
    }

    private static List<BuiltModel> built(JsonObject members) {
        return members.has("built")
                ? members.objects("built").map(PlanJson::built).toList()
                : List.of();
    }

    private static TransformAnswer answer(JsonObject members) {
        if (members.has("error")) {
            return new TransformAnswer.Failed(AnswerJson.problem(members.object("error")));
        }
        if (members.has("built")) {
            return new TransformAnswer.Built(PlanJson.built(members.object("built")), AnswerJson.elapsed(members));
        }
        if (members.has("tested")) {
            return new TransformAnswer.Tested(outcome(members.object("tested")), AnswerJson.elapsed(members));
        }
        if (members.has("published")) {
            return published(members.object("published"));
        }
        return members.has("ran") ? ran(members.object("ran")) : new TransformAnswer.Parsed(members.text("parsed"));
    }

    private static Map<String, @Nullable Object> members(TransformAnswer.Ran ran) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("id", ran.run().toString());
        members.put("steps", ran.steps().stream().map(TransformJson::members).toList());
        members.put("published", ran.published().map(TransformJson::members).orElse(null));
        return members;
    }

    private static TransformAnswer.Ran ran(JsonObject members) {
        return new TransformAnswer.Ran(
                UUID.fromString(members.text("id")),
                members.objects("steps").map(TransformJson::step).toList(),
                members.get("published") == null
                        ? Optional.empty()
                        : Optional.of(published(members.object("published"))));
    }

    private static Map<String, @Nullable Object> members(TransformAnswer.Step step) {
        return switch (step) {
            case TransformAnswer.Step.Built(var model, var elapsed) -> built(model, elapsed);
            case TransformAnswer.Step.Tested(var outcome, var elapsed) -> tested(outcome, elapsed);
            case TransformAnswer.Step.Failed(var node, var problem, var elapsed) -> {
                var members = new LinkedHashMap<String, @Nullable Object>();
                members.put("failed", node);
                members.put("error", AnswerJson.members(problem));
                members.put("timeMs", AnswerJson.millis(elapsed));
                yield members;
            }
            case TransformAnswer.Step.Skipped(var node) -> Map.of("skipped", node);
        };
    }

    private static TransformAnswer.Step step(JsonObject members) {
        if (members.has("built")) {
            return new TransformAnswer.Step.Built(PlanJson.built(members.object("built")), AnswerJson.elapsed(members));
        }
        if (members.has("tested")) {
            return new TransformAnswer.Step.Tested(outcome(members.object("tested")), AnswerJson.elapsed(members));
        }
        return members.has("failed")
                ? new TransformAnswer.Step.Failed(
                        members.text("failed"),
                        AnswerJson.problem(members.object("error")),
                        AnswerJson.elapsed(members))
                : new TransformAnswer.Step.Skipped(members.text("skipped"));
    }

    private static Map<String, @Nullable Object> built(BuiltModel model, Duration elapsed) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("built", PlanJson.members(model));
        members.put("timeMs", AnswerJson.millis(elapsed));
        return members;
    }

    private static Map<String, @Nullable Object> tested(TestOutcome outcome, Duration elapsed) {
        var tested = new LinkedHashMap<String, @Nullable Object>();
        tested.put("test", PlanJson.members(outcome.test()));
        tested.put("failures", outcome.failures());
        tested.put("rows", outcome.rows().map(AnswerJson::members).orElse(null));
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("tested", tested);
        members.put("timeMs", AnswerJson.millis(elapsed));
        return members;
    }

    private static TestOutcome outcome(JsonObject members) {
        return new TestOutcome(
                PlanJson.test(members.object("test")),
                members.number("failures").longValue(),
                members.get("rows") == null ? Optional.empty() : Optional.of(AnswerJson.file(members.object("rows"))));
    }

    private static Map<String, Object> members(TransformAnswer.Published published) {
        return Map.of("notes", published.notes());
    }

    private static TransformAnswer.Published published(JsonObject members) {
        return new TransformAnswer.Published(members.texts("notes"));
    }
}
