package io.duckboard.engine.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a call costs on AWS: Lambda's published prices for arm64 in us-east-1, <a
 * href="https://aws.amazon.com/lambda/pricing/">as of 2026</a>, without the free tier. What S3 asks for its requests
 * comes on top and is not in it.
 */
public final class LambdaPrice {

    static final BigDecimal USD_PER_GB_SECOND = new BigDecimal("0.0000133334");
    static final BigDecimal USD_PER_REQUEST = new BigDecimal("0.0000002");

    private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MEGABYTES_PER_GB = BigDecimal.valueOf(1_024);

    /** One millisecond of the smallest function costs 0.0000000017. */
    private static final int DIGITS = 10;

    private LambdaPrice() {}

    /** @return US dollars */
    public static BigDecimal of(long billedMillis, int memoryMegabytes) {
        return BigDecimal.valueOf(billedMillis)
                .multiply(BigDecimal.valueOf(memoryMegabytes))
                .multiply(USD_PER_GB_SECOND)
                .divide(MILLIS_PER_SECOND.multiply(MEGABYTES_PER_GB), DIGITS, RoundingMode.HALF_UP)
                .add(USD_PER_REQUEST)
                .setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
