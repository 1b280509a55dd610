package io.duckboard.sqlpage.plan;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** An operator beside the others of its plan. No two are the same, though their operators may be alike. */
public final class PlanRow {

    private static final double SLOW_SHARE = 0.2;
    private static final int MOST_SLOW = 3;

    private final PlanNode node;
    private final Duration all;
    private final Duration slow;
    private final List<PlanRow> children;

    private PlanRow(PlanNode node, Duration all, Duration slow) {
        this.node = node;
        this.all = all;
        this.slow = slow;
        this.children = node.children().stream()
                .map(child -> new PlanRow(child, all, slow))
                .toList();
    }

    static PlanRow of(PlanNode root) {
        List<Duration> times =
                root.all().map(PlanNode::time).sorted(Comparator.reverseOrder()).toList();
        Duration all = times.stream().reduce(Duration.ZERO, Duration::plus);
        return new PlanRow(root, all, times.get(Math.min(MOST_SLOW, times.size()) - 1));
    }

    public PlanNode node() {
        return node;
    }

    public List<PlanRow> children() {
        return children;
    }

    /** Of the time of all operators, from 0 to 1. */
    public double share() {
        return all.isZero() ? 0 : (double) node.time().toNanos() / all.toNanos();
    }

    /** Whether the time went here: into one of the three slowest, and a fifth of it at least. */
    public boolean isSlow() {
        return share() >= SLOW_SHARE && node.time().compareTo(slow) >= 0;
    }
}
