package io.duckboard.engine.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Times of one thing that was measured many times, in ms. */
public final class Samples {

    /** Something whose whole run is timed. */
    interface Step {
        void run() throws Exception;
    }

    /** Something that measures its own time, in ms. */
    interface Stopwatch {
        double run() throws Exception;
    }

    private final List<Double> milliseconds = new ArrayList<>();

    /** Times the steps in turns, so that other load on the machine affects all of them alike. */
    static List<Samples> interleaved(int warmup, int rounds, Step... steps) throws Exception {
        return inTurns(
                warmup,
                rounds,
                Arrays.stream(steps).<Stopwatch>map(Samples::timed).toList());
    }

    static List<Samples> inTurns(int warmup, int rounds, List<Stopwatch> steps) throws Exception {
        List<Samples> samples = new ArrayList<>();
        for (Stopwatch step : steps) {
            samples.add(new Samples());
            for (int call = 0; call < warmup; call++) {
                step.run();
            }
        }
        for (int round = 0; round < rounds; round++) {
            for (int step = 0; step < steps.size(); step++) {
                samples.get(step).add(steps.get(step).run());
            }
        }
        return samples;
    }

    private static Stopwatch timed(Step step) {
        return () -> {
            long start = System.nanoTime();
            step.run();
            return (System.nanoTime() - start) / 1e6;
        };
    }

    public void add(double ms) {
        milliseconds.add(ms);
    }

    public boolean isEmpty() {
        return milliseconds.isEmpty();
    }

    public double median() {
        return quantile(0.5);
    }

    public double quantile(double share) {
        List<Double> sorted = new ArrayList<>(milliseconds);
        Collections.sort(sorted);
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}
