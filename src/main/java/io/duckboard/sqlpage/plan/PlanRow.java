package io.duckboard.sqlpage.plan;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** An operator among the others of its plan. No two rows are equal, even if their operators are. */
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

    /** Returns its share of the time of all operators, from 0 to 1. */
    public double share() {
        return all.isZero() ? 0 : (double) node.time().toNanos() / all.toNanos();
    }

    /**
     * Whether this operator took much of the time: it is one of the three slowest, and took at least a fifth of the
     * time.
     */
    public boolean isSlow() {
        return share() >= SLOW_SHARE && node.time().compareTo(slow) >= 0;
    }
}
