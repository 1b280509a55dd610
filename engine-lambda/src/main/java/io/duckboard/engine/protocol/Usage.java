package io.duckboard.engine.protocol;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * What an answer took.
 *
 * @param bytesRead by the engine's process from files and pipes while it worked on the answer: what DuckDB holds in its
 *     cache is not read again. Absent where the system does not tell
 * @param peakMemoryBytes the most the engine's whole process had in memory while it worked on the answer, the JVM and
 *     DuckDB's cache included: what has to fit in the function's memory. Absent where the system does not tell
 * @param billedMs whole milliseconds that Lambda bills for: the call and, on a cold start, the time to get ready
 * @param estimatedUsd what AWS asks for that, see {@link LambdaPrice}; on a laptop, what it would ask
 */
public record Usage(OptionalLong bytesRead, OptionalLong peakMemoryBytes, long billedMs, BigDecimal estimatedUsd) {

    public static final Usage NONE = new Usage(OptionalLong.empty(), OptionalLong.empty(), 0, BigDecimal.ZERO);

    /** No answer's usage takes more room as JSON. */
    public static final Usage MOST = new Usage(
            OptionalLong.of(Long.MAX_VALUE),
            OptionalLong.of(Long.MAX_VALUE),
            Long.MAX_VALUE,
            BigDecimal.valueOf(Long.MAX_VALUE, 10));
}
