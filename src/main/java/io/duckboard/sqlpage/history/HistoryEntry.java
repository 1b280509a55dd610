package io.duckboard.sqlpage.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One run.
 *
 * @param message why there was no answer
 * @param took the round trip, as far as it went; absent while the query runs
 * @param rows of the answer; absent if there was none
 * @param usd what the answer cost, or would cost on AWS; absent if there was none
 */
public record HistoryEntry(
        UUID queryId,
        Instant startedAt,
        String sql,
        HistoryOutcome outcome,
        Optional<String> message,
        Optional<Duration> took,
        OptionalLong rows,
        Optional<BigDecimal> usd) {}
