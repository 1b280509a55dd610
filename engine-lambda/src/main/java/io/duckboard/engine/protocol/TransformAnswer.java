package io.duckboard.engine.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The answers of {@code duckboard-transform}. */
public sealed interface TransformAnswer {

    /** @param elapsed the time spent in the engine */
    record Built(BuiltModel model, Duration elapsed) implements TransformAnswer {}

    record Tested(TestOutcome outcome, Duration elapsed) implements TransformAnswer {}

    /** @param notes what could not be done after publishing, such as a copy; empty if everything was done */
    record Published(List<String> notes) implements TransformAnswer {
        public Published {
            notes = List.copyOf(notes);
        }
    }

    /**
     * @param steps one for each node, in the order in which they were run
     * @param published empty if a failure or a failed test prevented publishing
     */
    record Ran(UUID run, List<Step> steps, Optional<Published> published) implements TransformAnswer {
        public Ran {
            steps = List.copyOf(steps);
        }
    }

    /** @param tree JSON as {@code json_serialize_sql} writes it */
    record Parsed(String tree) implements TransformAnswer {}

    record Failed(Problem problem) implements TransformAnswer {}

    /** The result of one node in a whole run. */
    sealed interface Step {
        record Built(BuiltModel model, Duration elapsed) implements Step {}

        record Tested(TestOutcome outcome, Duration elapsed) implements Step {}

        record Failed(String node, Problem problem, Duration elapsed) implements Step {}

        /** Skipped, since something that it depends on failed. */
        record Skipped(String node) implements Step {}
    }
}
