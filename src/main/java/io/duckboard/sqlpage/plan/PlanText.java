package io.duckboard.sqlpage.plan;

import io.duckboard.format.Figures;

/** A plan as text to keep or send. Each operator has a line, and its inputs and details are indented below it. */
public record PlanText(Plan plan) {

    private static final String STEP = "  ";

    @Override
    public String toString() {
        var text = new StringBuilder("Total ").append(Figures.fineTime(plan.total()));
        plan.bytesRead()
                .ifPresent(
                        bytes -> text.append(", ").append(Figures.size(bytes)).append(" read from files"));
        text.append('\n');
        add(text, plan.rows(), "");
        return text.toString();
    }

    private static void add(StringBuilder text, PlanRow row, String indent) {
        PlanNode node = row.node();
        text.append(indent)
                .append(OperatorWords.of(node.operator()))
                .append(" (")
                .append(node.operator())
                .append("): ")
                .append(Figures.share(row.share()))
                .append(row.isSlow() ? ", slow, " : ", ")
                .append(Figures.fineTime(node.time()))
                .append(", ")
                .append(Figures.count(node.rows(), "row"));
        node.bytes().ifPresent(bytes -> text.append(", ").append(Figures.size(bytes)));
        text.append('\n');
        for (PlanDetail detail : node.details()) {
            text.append(indent)
                    .append(STEP)
                    .append("· ")
                    .append(detail.name())
                    .append(": ")
                    .append(String.join(", ", detail.values()))
                    .append('\n');
        }
        row.children().forEach(child -> add(text, child, indent + STEP));
    }
}
