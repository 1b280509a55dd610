package io.duckboard.cli.transform;

import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.TransformAnswer.Step;
import io.duckboard.transform.run.RunReport;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** A run as JSON: {@code {"project", "run", "begunAt", "elapsedMs", "end", "message", "nodes": […], "planned"}}. */
final class RunJson {

    private static final JSON PRETTY = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private RunJson() {}

    static String of(String project, CompiledPlan plan, RunReport report) {
        var members = new LinkedHashMap<String, Object>();
        members.put("project", project);
        members.put("run", report.run().toString());
        members.put("begunAt", report.begunAt().toString());
        members.put("elapsedMs", report.elapsed().toMillis());
        members.put("end", report.end().getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (report.end() instanceof RunReport.End.Failed(var problem)) {
            members.put("message", problem.message());
        }
        members.put("nodes", report.steps().stream().map(RunJson::members).toList());
        members.put("planned", plan.nodes().size());
        return PRETTY.asString(members);
    }

    private static Map<String, Object> members(Step step) {
        var members = new LinkedHashMap<String, Object>();
        switch (step) {
            case Step.Built(var model, var elapsed) -> {
                members.put("model", model.model().name());
                members.put("status", "built");
                members.put("rows", model.rows());
                members.put("bytes", model.bytes());
                members.put("elapsedMs", elapsed.toMillis());
            }
            case Step.Tested(var outcome, var elapsed) -> {
                members.put("test", outcome.test().name());
                members.put("status", outcome.isPassed() ? "passed" : outcome.isError() ? "failed" : "warned");
                members.put("failures", outcome.failures());
                outcome.rows().ifPresent(rows -> members.put("rows", rows.path()));
                members.put("elapsedMs", elapsed.toMillis());
            }
            case Step.Failed(var node, var problem, var elapsed) -> {
                members.put("node", node);
                members.put("status", "error");
                members.put("message", problem.message());
                members.put("elapsedMs", elapsed.toMillis());
            }
            case Step.Skipped(var node) -> {
                members.put("node", node);
                members.put("status", "skipped");
            }
        }
        return members;
    }
}
