package io.duckboard.engine.bench.s3;

import io.duckboard.engine.bench.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The outcomes of one line for all roles, round by round. */
final class Comparison {

    private final Map<Role, List<Party.Outcome>> outcomes = new EnumMap<>(Role.class);

    void add(Role role, Party.Outcome outcome) {
        outcomes.computeIfAbsent(role, key -> new ArrayList<>()).add(outcome);
    }

    Set<Role> roles() {
        return outcomes.keySet();
    }

    Samples times(Role role) {
        var samples = new Samples();
        of(role).forEach(outcome -> samples.add(outcome.milliseconds()));
        return samples;
    }

    /** Ours by another's of the same round. */
    Samples ratios(Role other) {
        var ratios = new Samples();
        List<Party.Outcome> ours = of(Role.ENGINE);
        List<Party.Outcome> others = of(other);
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(ours.get(round).milliseconds() / others.get(round).milliseconds());
        }
        return ratios;
    }

    /** The outcome with the median number of requests. */
    Party.Outcome typical(Role role) {
        return of(role).stream()
                .sorted(Comparator.comparingInt(
                        outcome -> outcome.traffic().requests().size()))
                .skip(of(role).size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private List<Party.Outcome> of(Role role) {
        return outcomes.getOrDefault(role, List.of());
    }
}
