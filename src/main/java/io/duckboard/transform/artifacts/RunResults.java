package io.duckboard.transform.artifacts;

import io.duckboard.engine.protocol.Node;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.run.KeptRows;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeResult;
import io.duckboard.transform.run.RunReport;
import io.duckboard.transform.run.TransformFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The members of {@code run_results.json}. */
record RunResults(CompiledProject project, RunReport report) {

    private static final double NANOS_A_SECOND = 1e9;

    Members members(String command) {
        return new Members()
                .put(
                        "metadata",
                        Schema.RUN_RESULTS
                                .metadata(report.endedAt())
                                .put("invocation_id", report.run().toString())
                                .put("invocation_started_at", report.begunAt()))
                .putObjects(
                        "results", report.results().stream().map(this::result).toList())
                .put("elapsed_time", seconds(report.elapsed()))
                .put("args", RunOutcomeJson.addTo(new Members().put("which", command), report.outcome()));
    }

    private Members result(NodeResult result) {
        NodeOutcome outcome = result.outcome();
        return members(outcome)
                .put("unique_id", project.uniqueId(result.node()))
                .put("compiled", true)
                .put("compiled_code", result.node().sql())
                .put("relation_name", relation(result.node()))
                .put("timing", List.of())
                .put("thread_id", "transform");
    }

    private static Members members(NodeOutcome outcome) {
        ResultStatus status = ResultStatus.of(outcome);
        return switch (outcome) {
            case NodeOutcome.Built(OptionalLong rows, Duration elapsed) -> {
                Members response = ok();
                rows.ifPresent(count -> response.put(LastRunFile.ROWS, count));
                yield members(status, elapsed, Optional.of("OK"), OptionalLong.empty(), response);
            }
            case NodeOutcome.Passed(Duration elapsed) ->
                members(status, elapsed, Optional.empty(), OptionalLong.of(0), ok());
            case NodeOutcome.FoundFailures(long failures, var _, Optional<KeptRows> rows, Duration elapsed) -> {
                Members response = ok();
                rows.ifPresent(kept -> response.put(LastRunFile.RESULTS_FILE, kept.path()));
                String message = failures + (failures == 1 ? " row" : " rows") + " should not be there.";
                yield members(status, elapsed, Optional.of(message), OptionalLong.of(failures), response);
            }
            case NodeOutcome.Failed(TransformFailure failure, Duration elapsed) ->
                members(status, elapsed, Optional.of(message(failure)), OptionalLong.empty(), new Members());
            case NodeOutcome.Skipped _ ->
                members(status, Duration.ZERO, Optional.empty(), OptionalLong.empty(), new Members());
        };
    }

    private static Members members(
            ResultStatus status,
            Duration elapsed,
            Optional<String> message,
            OptionalLong failures,
            Members adapterResponse) {
        return new Members()
                .put("status", status.dbtName())
                .put("execution_time", seconds(elapsed))
                .put("message", message)
                .put("failures", failures)
                .put("adapter_response", adapterResponse);
    }

    private static Members ok() {
        return new Members().put("_message", "OK");
    }

    /** Writes what happened, where, and what to do. */
    private static String message(TransformFailure failure) {
        return failure.placed() + failure.hint().map(hint -> " " + hint).orElse("");
    }

    private static Optional<String> relation(Node node) {
        return switch (node) {
            case Node.Model model -> Optional.of(RelationName.of(model.name()));
            case Node.Test _ -> Optional.empty();
        };
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_A_SECOND;
    }
}
