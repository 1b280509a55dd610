package io.duckboard.sqlpage.plan;

import java.util.List;

/** What an operator is about: its filters, its groups, its files. */
public record PlanDetail(String name, List<String> values) {
    public PlanDetail {
        values = List.copyOf(values);
    }
}
