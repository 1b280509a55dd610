package io.duckboard.engine.protocol;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The requests that {@code duckboard-transform} accepts. */
public sealed interface TransformRequest {

    /**
     * Builds one model without publishing it: {@code {"materialize": node, "run": id, "built": […]}}.
     *
     * @param built the models of this run that it depends on; it reads their new versions
     */
    record Materialize(UUID run, Node.Model model, List<BuiltModel> built) implements TransformRequest {}

    /** Runs one test: {@code {"check": node, "run": id, "built": […]}}. */
    record Check(UUID run, Node.Test test, List<BuiltModel> built) implements TransformRequest {}

    /**
     * Publishes everything that a run built, at once: {@code {"publish": id, "begunAt": …, "built": […]}}.
     *
     * @param begunAt when the run began to read; the publish is refused if another run that began later has published
     *     one of these models
     */
    record Publish(UUID run, Instant begunAt, List<BuiltModel> built) implements TransformRequest {}

    /** Does all of this in one call, as a schedule does: {@code {"run": plan, "id": id}}. The id may be left out. */
    record Run(UUID run, CompiledPlan plan) implements TransformRequest {}

    /** Asks for the parser's tree of a SELECT, for lineage: {@code {"parse": sql}}. */
    record Parse(String sql) implements TransformRequest {}
}
