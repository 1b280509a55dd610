package io.duckboard.transform.run;

import io.duckboard.engine.protocol.BuiltModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The report of a run.
 *
 * @param results the results of the nodes, in the order they ended
 * @param built the built models, in the same order, whether they were published or not
 */
public record RunReport(
        UUID run,
        Instant begunAt,
        Duration elapsed,
        List<NodeResult> results,
        List<BuiltModel> built,
        RunOutcome outcome) {

    public RunReport {
        results = List.copyOf(results);
        built = List.copyOf(built);
    }

    public Instant endedAt() {
        return begunAt.plus(elapsed);
    }

    /** Whether the run completed without a failure. */
    public boolean isDone() {
        return outcome instanceof RunOutcome.Published || outcome instanceof RunOutcome.Tested;
    }
}
