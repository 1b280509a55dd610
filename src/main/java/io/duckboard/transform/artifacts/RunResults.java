package io.duckboard.transform.artifacts;

import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.engine.protocol.TestOutcome;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.run.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The members of {@code run_results.json}. */
final class RunResults {

    private static final double NANOS_A_SECOND = 1e9;

    private final RunReport report;
    private final RunNodes nodes;

    RunResults(CompiledProject project, RunReport report) {
        this.report = report;
        this.nodes = new RunNodes(project, report);
    }

    Members members(String command) {
        return new Members()
                .put(
                        "metadata",
                        Schema.RUN_RESULTS
                                .metadata(report.begunAt().plus(report.elapsed()))
                                .put("invocation_id", report.run().toString())
                                .put("invocation_started_at", report.begunAt()))
                .putObjects("results", report.steps().stream().map(this::result).toList())
                .put("elapsed_time", seconds(report.elapsed()))
                .put("args", RunEnd.addTo(new Members().put("which", command), report.end()));
    }

    private Members result(TransformAnswer.Step step) {
        RunNode node = nodes.of(step);
        Members result = switch (step) {
            case TransformAnswer.Step.Built(BuiltModel model, Duration elapsed) -> built(model, elapsed);
            case TransformAnswer.Step.Tested(TestOutcome outcome, Duration elapsed) -> tested(outcome, elapsed);
            case TransformAnswer.Step.Failed(var name, var problem, Duration elapsed) ->
                result(
                        ResultStatus.ERROR,
                        elapsed,
                        Optional.of(node.tell(problem)),
                        OptionalLong.empty(),
                        new Members());
            case TransformAnswer.Step.Skipped(var name) ->
                result(ResultStatus.SKIPPED, Duration.ZERO, Optional.empty(), OptionalLong.empty(), new Members());
        };
        return result.put("unique_id", node.uniqueId())
                .put("compiled", true)
                .put("compiled_code", node.sql())
                .put("relation_name", node.relation())
                .put("timing", List.of())
                .put("thread_id", "transform");
    }

    private static Members built(BuiltModel built, Duration elapsed) {
        var response = new Members().put("_message", "OK");
        if (built.model().materialization() != Materialization.VIEW) {
            response.put(LastRunFile.ROWS, built.rows());
        }
        return result(ResultStatus.SUCCESS, elapsed, Optional.of("OK"), OptionalLong.empty(), response);
    }

    private static Members tested(TestOutcome outcome, Duration elapsed) {
        var response = new Members().put("_message", "OK");
        outcome.rows().ifPresent(file -> response.put(LastRunFile.RESULTS_FILE, file.path()));
        ResultStatus status =
                outcome.isPassed() ? ResultStatus.PASS : outcome.isError() ? ResultStatus.FAIL : ResultStatus.WARN;
        Optional<String> message = Optional.of(outcome.failures())
                .filter(failures -> failures > 0)
                .map(failures -> failures + (failures == 1 ? " row" : " rows") + " should not be there.");
        return result(status, elapsed, message, OptionalLong.of(outcome.failures()), response);
    }

    private static Members result(
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

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_A_SECOND;
    }
}
