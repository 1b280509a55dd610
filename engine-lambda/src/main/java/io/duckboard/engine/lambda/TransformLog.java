package io.duckboard.engine.lambda;

import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TestOutcome;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformAnswer.Step;
import io.duckboard.engine.protocol.TransformRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * The line of JSON that the operator gets for each call of a transform. The line of a whole run has {@code run},
 * {@code "done"} or {@code "failed"}, so that an alarm can use it: a failed run is not an error of the function. The
 * line contains no text that somebody wrote.
 */
final class TransformLog {

    private TransformLog() {}

    static String line(TransformRequest request, TransformAnswer answer, Duration elapsed) {
        return switch (request) {
            case TransformRequest.Run(var run, var plan) -> run(run.toString(), answer, elapsed);
            case TransformRequest.Materialize materialize -> call("materialize", materialize.run(), answer, elapsed);
            case TransformRequest.Check check -> call("check", check.run(), answer, elapsed);
            case TransformRequest.Publish publish -> call("publish", publish.run(), answer, elapsed);
            case TransformRequest.Parse parse -> call("parse", null, answer, elapsed);
        };
    }

    /**
     * A request that was not understood counts as a failed run: only a schedule sends one without looking at the
     * answer.
     *
     * @param id of the request
     */
    static String notUnderstood(String id, Problem problem, Duration elapsed) {
        return run(id, new TransformAnswer.Failed(problem), elapsed);
    }

    private static String run(String id, TransformAnswer answer, Duration elapsed) {
        var line = new LinkedHashMap<String, Object>();
        line.put("run", outcome(answer));
        line.put("id", id);
        line.put("published", published(answer));
        return end(line, answer, elapsed);
    }

    private static String call(String name, @Nullable UUID id, TransformAnswer answer, Duration elapsed) {
        var line = new LinkedHashMap<String, Object>();
        line.put("transform", name);
        line.put("outcome", outcome(answer));
        if (id != null) {
            line.put("id", id.toString());
        }
        return end(line, answer, elapsed);
    }

    private static String end(Map<String, Object> line, TransformAnswer answer, Duration elapsed) {
        line.put("ms", elapsed.toMillis());
        problem(answer).ifPresent(problem -> line.put("code", problem.code().name()));
        return JSON.std.asString(line);
    }

    private static String outcome(TransformAnswer answer) {
        return isFailed(answer) ? "failed" : "done";
    }

    private static boolean isFailed(TransformAnswer answer) {
        return switch (answer) {
            case TransformAnswer.Failed failed -> true;
            case TransformAnswer.Tested(TestOutcome outcome, Duration elapsed) -> outcome.isError();
            case TransformAnswer.Ran ran -> isKeptBack(ran);
            case TransformAnswer.Built built -> false;
            case TransformAnswer.Published published -> false;
            case TransformAnswer.Parsed parsed -> false;
        };
    }

    /** A run that consists only of tests has nothing to publish. */
    private static boolean isKeptBack(TransformAnswer.Ran ran) {
        return ran.published().isEmpty() && !ran.steps().stream().allMatch(TransformLog::isPassedTest);
    }

    private static boolean isPassedTest(Step step) {
        return step instanceof Step.Tested(TestOutcome outcome, Duration elapsed) && !outcome.isError();
    }

    private static long published(TransformAnswer answer) {
        return answer instanceof TransformAnswer.Ran ran && ran.published().isPresent()
                ? ran.steps().stream().filter(Step.Built.class::isInstance).count()
                : 0;
    }

    /** The first error of a run; a run that was stopped only by a test has none. */
    private static Optional<Problem> problem(TransformAnswer answer) {
        return switch (answer) {
            case TransformAnswer.Failed(Problem problem) -> Optional.of(problem);
            case TransformAnswer.Ran(UUID run, List<Step> steps, Optional<TransformAnswer.Published> published) ->
                steps.stream()
                        .filter(Step.Failed.class::isInstance)
                        .map(Step.Failed.class::cast)
                        .map(Step.Failed::problem)
                        .findFirst();
            default -> Optional.empty();
        };
    }
}
