package io.duckboard.sqlpage.plan;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How a query was answered.
 *
 * @param root the operator that hands on the answer
 * @param total time from start to end
 * @param bytesRead from files, by all operators; absent if DuckDB does not say
 */
public record Plan(PlanNode root, Duration total, OptionalLong bytesRead) {

    public PlanRow rows() {
        return PlanRow.of(root);
    }
}
