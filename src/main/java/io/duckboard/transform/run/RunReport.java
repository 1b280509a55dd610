package io.duckboard.transform.run;

import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TransformAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How a run went.
 *
 * @param steps of the nodes, in the order they ended
 */
public record RunReport(UUID run, Instant begunAt, Duration elapsed, List<TransformAnswer.Step> steps, End end) {

    public RunReport {
        steps = List.copyOf(steps);
    }

    /** Whether all is as it should be. */
    public boolean isDone() {
        return end instanceof End.Published || end instanceof End.Tested;
    }

    public sealed interface End {

        /** @param notes what could not be done after publishing */
        record Published(List<String> notes) implements End {}

        /** There was nothing to publish, and no test failed. */
        record Tested() implements End {}

        /** A failure kept everything back. */
        record KeptBack() implements End {}

        record Cancelled() implements End {}

        /** It could not go on, or what it built could not be published. */
        record Failed(Problem problem) implements End {}
    }
}
