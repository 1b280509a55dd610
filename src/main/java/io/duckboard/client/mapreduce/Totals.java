package io.duckboard.client.mapreduce;

import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What all calls of a map-reduce took together.
 *
 * @param calls the number of calls that were answered, including the reduce
 * @param retries the number of repeated calls
 * @param time the sum of the times spent in engines
 * @param bytesRead absent if an engine's system does not report it
 */
public record Totals(
        int calls, int retries, Duration time, OptionalLong bytesRead, long billedMs, BigDecimal estimatedUsd) {

    static final Totals NONE = new Totals(0, 0, Duration.ZERO, OptionalLong.of(0), 0, BigDecimal.ZERO);

    Totals plus(Metadata call) {
        Usage usage = call.usage();
        boolean known = bytesRead.isPresent() && usage.bytesRead().isPresent();
        return new Totals(
                calls + 1,
                retries,
                time.plus(call.time()),
                known
                        ? OptionalLong.of(
                                bytesRead.getAsLong() + usage.bytesRead().getAsLong())
                        : OptionalLong.empty(),
                billedMs + usage.billedMs(),
                estimatedUsd.add(usage.estimatedUsd()));
    }

    Totals retried() {
        return new Totals(calls, retries + 1, time, bytesRead, billedMs, estimatedUsd);
    }
}
