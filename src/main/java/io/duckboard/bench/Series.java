package io.duckboard.bench;

import java.util.List;

/** Repeated times of one thing, in ms. There is at least one. */
public record Series(List<Double> millis) {

    public Series {
        millis = List.copyOf(millis);
        if (millis.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
    }

    public double mean() {
        return millis.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Returns the sample standard deviation, which divides by the size minus one. */
    public double deviation() {
        double mean = mean();
        double squares = millis.stream()
                .mapToDouble(time -> (time - mean) * (time - mean))
                .sum();
        return millis.size() == 1 ? 0 : Math.sqrt(squares / (millis.size() - 1));
    }

    /** @param share the share of the times that are no longer than the result, which is the nearest measured time */
    public double quantile(double share) {
        List<Double> sorted = millis.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.clamp(rank, 1, sorted.size()) - 1);
    }
}
