package io.duckboard.cli.format;

import static java.util.Map.entry;

import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Truncation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Lists what an answer took, such as its time and bytes, one fact on each line. */
public final class MetadataText {

    private MetadataText() {}

    public static String of(Metadata metadata, Duration roundTrip, long rows, int limit, Terminal terminal) {
        return AnswerText.facts(
                List.of(
                        entry("round trip", millis(roundTrip)),
                        entry("query", millis(metadata.time())),
                        entry("engine", metadata.warm() ? "warm" : "cold: this was its first query"),
                        entry("rows", Long.toString(rows)),
                        entry("truncated", truncated(metadata.truncated(), limit)),
                        entry("bytes read", AnswerText.bytes(metadata.usage().bytesRead())),
                        entry("peak memory", AnswerText.bytes(metadata.usage().peakMemoryBytes())),
                        entry("price", AnswerText.price(metadata.usage().estimatedUsd()))),
                terminal);
    }

    /** Says why rows are missing and how to get them. */
    public static String truncated(Truncation truncation, int limit) {
        return switch (truncation) {
            case NONE -> "no";
            case LIMIT -> "at --limit " + limit + "; --out FILE writes all rows";
            case SIZE -> "at the 6 MB that Lambda lets an answer have; --out FILE writes all rows";
        };
    }

    private static String millis(Duration time) {
        double millis = time.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }
}
