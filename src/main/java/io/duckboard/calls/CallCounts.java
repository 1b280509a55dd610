package io.duckboard.calls;

import io.duckboard.client.FinishedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of a window.
 *
 * @param steps in order, with empty ones between them; the last one is not over
 * @param median the time that half of the calls did not exceed; empty if there was none
 * @param slow the time that 19 of 20 calls did not exceed
 */
public record CallCounts(List<Step> steps, int cold, Optional<Duration> median, Optional<Duration> slow) {

    public CallCounts {
        steps = List.copyOf(steps);
    }

    /**
     * The calls that ended in one step.
     *
     * @param ends how many ended in each way
     */
    public record Step(Instant begin, Map<FinishedCall.End, Integer> ends) {

        public Step {
            ends = Map.copyOf(ends);
        }

        public int count(FinishedCall.End end) {
            return ends.getOrDefault(end, 0);
        }
    }

    public int count(FinishedCall.End end) {
        return steps.stream().mapToInt(step -> step.count(end)).sum();
    }

    public int all() {
        return steps.stream()
                .flatMap(step -> step.ends().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }
}
