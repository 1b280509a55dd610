package io.duckboard.engine.protocol;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * The resources that an answer used.
 *
 * @param bytesRead by the engine's process from files and pipes while it worked on the answer; what DuckDB has in its
 *     cache is not read again. Absent if the system does not say
 * @param peakMemoryBytes the most memory that the engine's whole process used while it worked on the answer, including
 *     the JVM and DuckDB's cache; this has to fit in the function's memory. Absent if the system does not say
 * @param billedMs whole milliseconds that Lambda bills: the call and, on a cold start, the time to start
 * @param estimatedUsd the price at AWS, see {@link LambdaPrice}; on a laptop, what it would be
 */
public record Usage(OptionalLong bytesRead, OptionalLong peakMemoryBytes, long billedMs, BigDecimal estimatedUsd) {

    public static final Usage NONE = new Usage(OptionalLong.empty(), OptionalLong.empty(), 0, BigDecimal.ZERO);

    /** No usage of an answer is longer than this one as JSON. */
    public static final Usage MOST = new Usage(
            OptionalLong.of(Long.MAX_VALUE),
            OptionalLong.of(Long.MAX_VALUE),
            Long.MAX_VALUE,
            BigDecimal.valueOf(Long.MAX_VALUE, 10));
}
