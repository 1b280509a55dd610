package io.duckboard.engine.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What {@code duckboard-transform} answers. */
public sealed interface TransformAnswer {

    /** @param elapsed in the engine */
    record Built(BuiltModel model, Duration elapsed, Usage usage) implements TransformAnswer {}

    record Tested(TestOutcome outcome, Duration elapsed, Usage usage) implements TransformAnswer {}

    /**
     * @param catalogVersion of the catalog that shows the models
     * @param notes what could not be done after publishing, such as a copy; empty if all was
     */
    record Published(String catalogVersion, List<String> notes) implements TransformAnswer {}

    /**
     * @param published empty where a failure or a failed test kept everything back
     */
    record Ran(List<Step> steps, Optional<Published> published) implements TransformAnswer {}

    /** @param tree JSON as {@code json_serialize_sql} writes it */
    record Parsed(String tree) implements TransformAnswer {}

    record Failed(Problem problem) implements TransformAnswer {}

    /** One node of a whole run. */
    sealed interface Step {
        record Built(BuiltModel model, Duration elapsed) implements Step {}

        record Tested(TestOutcome outcome, Duration elapsed) implements Step {}

        record Failed(String node, Problem problem, Duration elapsed) implements Step {}

        /** Not tried, since what it depends on failed. */
        record Skipped(String node) implements Step {}
    }
}
