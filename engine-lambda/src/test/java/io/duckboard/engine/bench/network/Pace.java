package io.duckboard.engine.bench.network;

import java.time.Duration;

/**
 * How a store answers.
 *
 * @param latency before each answer
 * @param bytesPerSecond of an answer on one connection
 */
public record Pace(Duration latency, double bytesPerSecond) {

    public static final Pace UNLIMITED = new Pace(Duration.ZERO, Double.POSITIVE_INFINITY);

    /** What S3 gives a Lambda function in the same region, at its best. */
    public static final Pace OF_S3 = new Pace(Duration.ofMillis(15), 90e6);
}
