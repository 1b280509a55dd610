package io.duckboard.transform.template;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one template may take: time, steps and memory. All of it only grows, so that where one of them is used up every
 * step that is left fails too, and loops around it come to their end.
 */
final class RenderingBudget {

    /** What a loop goes through, a tag, a call, a filter or a value that is read. A usual model takes some hundreds. */
    private static final int MOST_STEPS = 250_000;

    /** What was freed since counts too, so that it is little more than those steps take. A usual model takes two. */
    private static final int MOST_MEGABYTES = 200;

    /** Characters that expressions write, into the template's text or into what is set; the former may have 1 MB. */
    private static final int MOST_WRITTEN = 8 << 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private final Deadline deadline;
    private final long before = allocated();
    private long steps;
    private long written;

    /** For what this thread does from now on. */
    RenderingBudget(Deadline deadline) {
        this.deadline = deadline;
    }

    /** @throws TemplateProblem where something is used up */
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

    /** @throws TemplateProblem where a text that is written is too much with those before */
    void write(String text) {
        written += text.length();
        if (written > MOST_WRITTEN) {
            throw new TemplateProblem(
                    "The expressions of the template write more than 8 MB and were stopped.",
                    "Look for a text that grows in a loop.");
        }
    }

    /** Since the thread began, in bytes. */
    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
