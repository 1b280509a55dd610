package io.duckboard.engine.protocol;

import java.math.BigDecimal;

/**
 * Computes what a call costs on AWS, from Lambda's published prices for arm64 in us-east-1, <a
 * href="https://aws.amazon.com/lambda/pricing/">as of 2026</a>, without the free tier. The cost of requests to S3 is
 * not included.
 */
public final class LambdaPrice {

    /** In units of 10⁻¹⁰ dollars, like all amounts here: $0.0000133334. */
    private static final long PER_GB_SECOND = 133_334;

    /** $0.20 per million. */
    private static final long PER_REQUEST = 2_000;

    private static final int DECIMALS = 10;

    private static final long GB_SECOND = 1_024 * 1_000;

    private LambdaPrice() {}

    /** @return US dollars, to ten decimals */
    public static BigDecimal of(long billedMillis, int memoryMegabytes) {
        long time = Math.multiplyExact(Math.multiplyExact(billedMillis, memoryMegabytes), PER_GB_SECOND);
        return BigDecimal.valueOf(Math.addExact((time + GB_SECOND / 2) / GB_SECOND, PER_REQUEST), DECIMALS);
    }
}
