package io.duckboard.transform.template;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * The limits of one template: time, steps and memory. Use only grows, so once a limit is reached, every further step
 * fails too, and the loops around it end.
 */
final class RenderingBudget {

    /**
     * A step is a pass of a loop, a tag, a call, a filter or a value that is read. A usual model takes some hundreds.
     */
    private static final int MOST_STEPS = 250_000;

    /** Freed memory counts too, so the limit is little more than the steps themselves take. A usual model takes two. */
    private static final int MOST_MEGABYTES = 200;

    /** Characters that expressions write, into the template's output or into variables; the output may have 1 MB. */
    private static final int MOST_WRITTEN = 8 << 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private final Deadline deadline;
    private final long before = allocated();
    private long steps;
    private long written;

    /** Measures the work of this thread from now on. */
    RenderingBudget(Deadline deadline) {
        this.deadline = deadline;
    }

    /** @throws TemplateProblem if a limit is reached */
    void take(long count) {
        steps += count;
        if (deadline.isOver() || Thread.currentThread().isInterrupted()) {
            throw new TemplateProblem(deadline.message(), "Look for a loop that never ends.");
        }
        if (steps > MOST_STEPS) {
            throw new TemplateProblem(
                    "The template took more than 250,000 steps and was stopped.",
                    "Look for loops within loops, or let the SQL do it.");
        }
        if ((allocated() - before) >> 20 >= MOST_MEGABYTES) {
            throw new TemplateProblem(
                    "The template took more than " + MOST_MEGABYTES + " MB of memory and was stopped.",
                    "Look for a text or a list that grows in a loop.");
        }
    }

    /** @throws TemplateProblem if this text and the earlier ones exceed the limit */
    void write(String text) {
        written += text.length();
        if (written > MOST_WRITTEN) {
            throw new TemplateProblem(
                    "The expressions of the template write more than 8 MB and were stopped.",
                    "Look for a text that grows in a loop.");
        }
    }

    /** Returns the bytes allocated since the thread began. */
    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
