package io.duckboard.engine.protocol;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What {@code duckboard-transform} may be asked. */
public sealed interface TransformRequest {

    /**
     * Build one model, and show it to nobody yet: {@code {"materialize": node, "run": id, "built": […]}}.
     *
     * @param built the models of this run that it depends on, which it reads as they will be
     */
    record Materialize(UUID run, Node.Model model, List<BuiltModel> built) implements TransformRequest {}

    /** Run one test: {@code {"check": node, "run": id, "built": […]}}. */
    record Check(UUID run, Node.Test test, List<BuiltModel> built) implements TransformRequest {}

    /**
     * Show what a run built, all at once: {@code {"publish": id, "begunAt": …, "built": […]}}.
     *
     * @param begunAt when the run began to read: refused if another run that began later has published one of these
     *     models
     */
    record Publish(UUID run, Instant begunAt, List<BuiltModel> built) implements TransformRequest {}

    /** All of that in one call, as a schedule does: {@code {"run": plan, "id": id}}; the id may be left out. */
    record Run(UUID run, CompiledPlan plan) implements TransformRequest {}

    /** The parser's tree of a SELECT, for lineage: {@code {"parse": sql}}. */
    record Parse(String sql) implements TransformRequest {}
}
