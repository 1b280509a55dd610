package io.duckboard.engine.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of one thing, measured often, in ms. */
final class Samples {

    /** Something that is timed. */
    interface Step {
        void run() throws Exception;
    }

    private final List<Double> milliseconds = new ArrayList<>();

    /** Times the steps in turns, so that what else the machine does falls on all of them alike. */
    static List<Samples> interleaved(int warmup, int rounds, Step... steps) throws Exception {
        List<Samples> samples = new ArrayList<>();
        for (Step step : steps) {
            samples.add(new Samples());
            for (int call = 0; call < warmup; call++) {
                step.run();
            }
        }
        for (int round = 0; round < rounds; round++) {
            for (int step = 0; step < steps.length; step++) {
                long start = System.nanoTime();
                steps[step].run();
                samples.get(step).add((System.nanoTime() - start) / 1e6);
            }
        }
        return samples;
    }

    void add(double ms) {
        milliseconds.add(ms);
    }

    double median() {
        return quantile(0.5);
    }

    double quantile(double share) {
        List<Double> sorted = new ArrayList<>(milliseconds);
        Collections.sort(sorted);
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}
