package io.duckboard.bench;

import java.util.List;

/** Times of one thing, in ms; at least one. */
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

    /** Of a sample: divided by one less than its size. */
    public double deviation() {
        double mean = mean();
        double squares = millis.stream()
                .mapToDouble(time -> (time - mean) * (time - mean))
                .sum();
        return millis.size() == 1 ? 0 : Math.sqrt(squares / (millis.size() - 1));
    }

    /** @param share of the times that are no longer: the nearest of those measured */
    public double quantile(double share) {
        List<Double> sorted = millis.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.clamp(rank, 1, sorted.size()) - 1);
    }
}
