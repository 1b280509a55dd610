package io.duckboard.calls;

import io.duckboard.client.FinishedCall;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The calls that ended in some minutes. */
final class Slot {

    private final Instant begin;
    private final Map<FinishedCall.End, Integer> ends = new EnumMap<>(FinishedCall.End.class);
    private final Latencies latencies = new Latencies();
    private int cold;

    Slot(Instant begin) {
        this.begin = begin;
    }

    Instant begin() {
        return begin;
    }

    void add(FinishedCall call) {
        ends.merge(call.end(), 1, Integer::sum);
        latencies.add(call.took());
        if (call.isCold()) {
            cold++;
        }
    }

    int count(FinishedCall.End end) {
        return ends.getOrDefault(end, 0);
    }

    int cold() {
        return cold;
    }

    Latencies latencies() {
        return latencies;
    }
}
