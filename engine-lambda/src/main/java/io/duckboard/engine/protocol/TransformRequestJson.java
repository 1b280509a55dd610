package io.duckboard.engine.protocol;

import io.duckboard.engine.json.JsonObject;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** Requests as the JSON events of {@code duckboard-transform}; see {@link TransformRequest} for their members. */
public final class TransformRequestJson {

    private static final String EXPECTED =
            "Expected a JSON object with \"materialize\", \"check\", \"publish\", \"run\" or \"parse\".";

    private TransformRequestJson() {}

    public static byte[] write(TransformRequest request) {
        var members = new LinkedHashMap<String, Object>();
        switch (request) {
            case TransformRequest.Materialize(var run, var model, var built) -> {
                members.put("materialize", NodeJson.members(model));
                members.put("run", run.toString());
                members.put("built", BuiltModelJson.members(built));
            }
            case TransformRequest.Check(var run, var test, var built) -> {
                members.put("check", NodeJson.members(test));
                members.put("run", run.toString());
                members.put("built", BuiltModelJson.members(built));
            }
            case TransformRequest.Publish(var run, var begunAt, var built) -> {
                members.put("publish", run.toString());
                members.put("begunAt", begunAt.toString());
                members.put("built", BuiltModelJson.members(built));
            }
            case TransformRequest.Run(var run, var plan) -> {
                members.put("run", PlanJson.members(plan));
                members.put("id", run.toString());
            }
            case TransformRequest.Parse(var sql) -> members.put("parse", sql);
        }
        return JSON.std.asBytes(members);
    }

    /** Reads one event. {@code event} is left open. */
    public static TransformRequest read(InputStream event) throws InvalidRequestException {
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

    private static TransformRequest request(JsonObject members) throws InvalidRequestException {
        if (members.has("materialize")) {
            return new TransformRequest.Materialize(
                    id(members, "run"), NodeJson.model(members.object("materialize")), BuiltModelJson.list(members));
        }
        if (members.has("check")) {
            return new TransformRequest.Check(
                    id(members, "run"), NodeJson.test(members.object("check")), BuiltModelJson.list(members));
        }
        if (members.has("publish")) {
            return new TransformRequest.Publish(
                    id(members, "publish"), Instant.parse(members.text("begunAt")), BuiltModelJson.list(members));
        }
        if (members.has("run")) {
            return new TransformRequest.Run(
                    members.has("id") ? id(members, "id") : UUID.randomUUID(), PlanJson.read(members.object("run")));
        }
        if (members.has("parse")) {
            return new TransformRequest.Parse(members.text("parse"));
        }
        throw new InvalidRequestException(EXPECTED);
    }

    /** It names files. */
    private static UUID id(JsonObject members, String name) throws InvalidRequestException {
        return QueryIdJson.read(members.get(name), "\"" + name + "\"");
    }
}
