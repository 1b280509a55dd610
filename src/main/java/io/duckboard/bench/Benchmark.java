package io.duckboard.bench;

import io.duckboard.engine.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntConsumer;

/**
 * Runs the modes in turns, so that other load on the machine affects all of them equally. No time counts unless all
 * answers are the same.
 *
 * @param warmup the number of rounds that do not count, at least one
 * @param rounds the number of rounds that count, at least one
 */
public record Benchmark(int warmup, int rounds) {

    public Benchmark {
        if (warmup < 1 || rounds < 1) {
            throw new IllegalArgumentException("warmup and rounds are to be 1 or more");
        }
    }

    /**
     * @param expected the number of trips in the lake, if it is known
     * @param progress gets each round's number when the round ends, starting with 1
     * @throws FailureException if a mode fails, or its answer differs from the others
     */
    public Findings run(List<? extends Mode> modes, OptionalLong expected, IntConsumer progress) {
        long trips = counted(modes, expected);
        List<List<Double>> times = new ArrayList<>();
        modes.forEach(mode -> times.add(new ArrayList<>()));
        List<List<String>> rows = List.of();
        for (int round = 0; round < warmup + rounds; round++) {
            for (int mode = 0; mode < modes.size(); mode++) {
                long start = System.nanoTime();
                List<List<String>> answer = modes.get(mode).tripsByZone();
                times.get(mode).add((System.nanoTime() - start) / 1e6);
                if (round == 0 && mode == 0) {
                    rows = answer;
                } else if (!answer.equals(rows)) {
                    throw different(modes.get(mode), modes.getFirst());
                }
            }
            progress.accept(round + 1);
        }
        var measured = new ArrayList<Measured>();
        for (int mode = 0; mode < modes.size(); mode++) {
            List<Double> all = times.get(mode);
            measured.add(
                    new Measured(modes.get(mode).name(), all.getFirst(), new Series(all.subList(warmup, all.size()))));
        }
        return new Findings(measured, rows.size(), trips, expected);
    }

    private static long counted(List<? extends Mode> modes, OptionalLong expected) {
        long trips =
                expected.isPresent() ? expected.getAsLong() : modes.getFirst().trips();
        for (Mode mode : modes) {
            long counted = mode.trips();
            if (counted != trips) {
                throw new FailureException(
                        "The lake has " + trips + " trips, and by " + mode.name() + " there are " + counted + ".",
                        "Load the lake again: duckboard lake populate.");
            }
        }
        return trips;
    }

    private static FailureException different(Mode mode, Mode first) {
        return new FailureException(
                "By " + mode.name() + " the answer is another than by " + first.name() + ".",
                "Load the lake again: its single file and its days do not hold the same trips.");
    }
}
