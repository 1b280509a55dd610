package io.duckboard.engine.duckdb;

import io.duckboard.engine.protocol.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** When the parts of the work on one call began. Each ends when the next begins. */
public final class Phases {

    private final List<Begin> begins = new ArrayList<>();
    private long start = System.nanoTime();

    /** Forgets the last call: the next one begins now. */
    public void restart() {
        begins.clear();
        start = System.nanoTime();
    }

    public void begin(Phase.Name name) {
        if (begins.size() < Phase.MOST) {
            begins.add(new Begin(name, System.nanoTime()));
        }
    }

    /** Returns the parts until now, in their order. */
    public List<Phase> untilNow() {
        long end = System.nanoTime();
        var phases = new ArrayList<Phase>();
        for (int i = 0; i < begins.size(); i++) {
            Begin part = begins.get(i);
            long next = i + 1 < begins.size() ? begins.get(i + 1).at() : end;
            phases.add(new Phase(part.name(), Duration.ofNanos(part.at() - start), Duration.ofNanos(next - part.at())));
        }
        return phases;
    }

    private record Begin(Phase.Name name, long at) {}
}
