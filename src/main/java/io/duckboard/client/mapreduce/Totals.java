package io.duckboard.client.mapreduce;

import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What all calls of a map-reduce took together.
 *
 * @param calls that were answered, the reduce included
 * @param retries calls that were made again
 * @param time spent in engines, one after the other
 * @param bytesRead absent where an engine's system does not tell
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
