package io.duckboard.cli.transform;

import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.transform.run.KeptRows;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeResult;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.run.RunReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.jr.ob.JSON;

/**
 * Writes a run as JSON: {@code {"project", "run", "begunAt", "elapsedMs", "end", "message", "nodes": […], "planned"}}.
 */
final class RunJson {

    private static final JSON PRETTY = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private final RunReport report;
    private final Map<String, BuiltModel> built;

    private RunJson(RunReport report) {
        this.report = report;
        this.built = report.built().stream()
                .collect(Collectors.toMap(model -> model.model().name(), Function.identity()));
    }

    static String of(CompiledPlan plan, RunReport report) {
        return PRETTY.asString(new RunJson(report).members(plan));
    }

    private Map<String, Object> members(CompiledPlan plan) {
        var members = new LinkedHashMap<String, Object>();
        members.put("project", plan.project());
        members.put("run", report.run().toString());
        members.put("begunAt", report.begunAt().toString());
        members.put("elapsedMs", report.elapsed().toMillis());
        members.put("end", report.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (report.outcome() instanceof RunOutcome.Failed(var failure)) {
            members.put("message", failure.message());
        }
        members.put("nodes", report.results().stream().map(this::members).toList());
        members.put("planned", plan.nodes().size());
        return members;
    }

    private Map<String, Object> members(NodeResult result) {
        String name = result.node().name();
        var members = new LinkedHashMap<String, Object>();
        switch (result.outcome()) {
            case NodeOutcome.Built(var _, Duration elapsed) -> {
                BuiltModel model = Optional.ofNullable(built.get(name)).orElseThrow();
                members.put("model", name);
                members.put("status", "built");
                members.put("rows", model.rows());
                members.put("bytes", model.bytes());
                members.put("elapsedMs", elapsed.toMillis());
            }
            case NodeOutcome.Passed(Duration elapsed) -> {
                members.put("test", name);
                members.put("status", "passed");
                members.put("failures", 0);
                members.put("elapsedMs", elapsed.toMillis());
            }
            case NodeOutcome.FoundFailures found -> {
                members.put("test", name);
                members.put("status", found.isError() ? "failed" : "warned");
                members.put("failures", found.failures());
                found.rows().map(KeptRows::path).ifPresent(path -> members.put("rows", path));
                members.put("elapsedMs", found.elapsed().toMillis());
            }
            case NodeOutcome.Failed(var failure, Duration elapsed) -> {
                members.put("node", name);
                members.put("status", "error");
                members.put("message", failure.message());
                members.put("elapsedMs", elapsed.toMillis());
            }
            case NodeOutcome.Skipped _ -> {
                members.put("node", name);
                members.put("status", "skipped");
            }
        }
        return members;
    }
}
