package io.duckboard.engine.bench.s3;

import io.duckboard.engine.bench.network.Pace;
import io.duckboard.engine.bench.network.Traffic;

/**
 * What a line should be.
 *
 * @param ratio to the peer where the store has no latency, at most; infinite for any
 * @param withLatency the same where it has some
 * @param requests that are waited for, at most
 * @param files that are opened, at most
 */
record Wanted(double ratio, double withLatency, int requests, int files) {

    static Wanted ratio(double ratio) {
        return new Wanted(ratio, ratio, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    static Wanted anyRatio() {
        return ratio(Double.POSITIVE_INFINITY);
    }

    Wanted withLatency(double most) {
        return new Wanted(ratio, most, requests, files);
    }

    Wanted whateverTheLatency() {
        return withLatency(Double.POSITIVE_INFINITY);
    }

    Wanted requests(int most) {
        return new Wanted(ratio, withLatency, most, files);
    }

    Wanted files(int most) {
        return new Wanted(ratio, withLatency, requests, most);
    }

    double ratio(Pace pace) {
        return pace.latency().isZero() ? ratio : withLatency;
    }

    boolean isMet(Pace pace, double measured, Traffic waited) {
        return measured <= ratio(pace)
                && waited.requests().size() <= requests
                && waited.files().size() <= files;
    }
}
