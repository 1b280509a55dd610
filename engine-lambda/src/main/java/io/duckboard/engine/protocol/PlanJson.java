package io.duckboard.engine.protocol;

import io.duckboard.engine.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** A compiled plan as JSON: {@code {"version": 1, "project": name, "nodes": […]}}. */
public final class PlanJson {

    private PlanJson() {}

    public static String write(CompiledPlan plan) {
        return new String(JSON.std.asBytes(members(plan)), StandardCharsets.UTF_8);
    }

    static Map<String, Object> members(CompiledPlan plan) {
        var members = new LinkedHashMap<String, Object>();
        members.put("version", CompiledPlan.VERSION);
        members.put("project", plan.project());
        members.put("nodes", plan.nodes().stream().map(NodeJson::members).toList());
        return members;
    }

    /** @throws IllegalArgumentException if this is no plan that this engine can run */
    static CompiledPlan read(JsonObject members) {
        int version = members.number("version").intValue();
        if (version != CompiledPlan.VERSION) {
            throw new IllegalArgumentException("the plan has version " + version + ", this engine runs version "
                    + CompiledPlan.VERSION + ": compile it with the Duckboard that was deployed");
        }
        return new CompiledPlan(
                members.text("project"),
                members.objects("nodes").map(NodeJson::read).toList());
    }
}
