package io.duckboard.engine.protocol;

import java.util.List;

/**
 * What a project compiles to: all that the transform needs to know, so that a schedule can send it.
 *
 * @param project its name
 * @param nodes each after those it depends on
 */
public record CompiledPlan(String project, List<Node> nodes) {

    /** The layout of the JSON; an engine refuses another one. */
    public static final int VERSION = 1;

    public CompiledPlan {
        nodes = List.copyOf(nodes);
    }
}
