package io.duckboard.sqlpage.plan;

import java.util.List;

/** A detail of an operator, such as its filters, its groups or its files. */
public record PlanDetail(String name, List<String> values) {
    public PlanDetail {
        values = List.copyOf(values);
    }
}
