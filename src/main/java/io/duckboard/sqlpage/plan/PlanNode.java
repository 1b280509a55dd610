package io.duckboard.sqlpage.plan;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * An operator of a plan.
 *
 * @param operator DuckDB's own name, such as {@code HASH_JOIN}
 * @param time its own time, without its inputs'; the sum over the threads that worked on it
 * @param rows that it handed on
 * @param bytes of those rows in memory; absent if DuckDB does not say
 * @param children its inputs
 */
public record PlanNode(
        String operator,
        Duration time,
        long rows,
        OptionalLong bytes,
        List<PlanDetail> details,
        List<PlanNode> children) {

    public PlanNode {
        details = List.copyOf(details);
        children = List.copyOf(children);
    }

    /** Returns this operator and all operators below it. */
    Stream<PlanNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(PlanNode::all));
    }
}
