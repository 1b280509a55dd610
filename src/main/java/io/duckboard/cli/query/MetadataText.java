package io.duckboard.cli.query;

import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.figures.Figures;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** What an answer took, a line each. */
final class MetadataText {

    private static final int NAMES = 11;

    private MetadataText() {}

    static String of(Metadata metadata, Duration roundTrip, long rows, int limit) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("round trip", millis(roundTrip));
        lines.put("query", millis(metadata.time()));
        lines.put("engine", metadata.warm() ? "warm" : "cold: this was its first query");
        lines.put("rows", Long.toString(rows));
        lines.put("truncated", truncated(metadata.truncated(), limit));
        lines.put("bytes read", bytes(metadata.usage().bytesRead()));
        lines.put("peak memory", bytes(metadata.usage().peakMemoryBytes()));
        lines.put("price", Figures.price(metadata.usage().estimatedUsd()) + " is what this costs on AWS");
        var text = new StringBuilder();
        for (Map.Entry<String, String> line : lines.entrySet()) {
            text.append(' ').append(Columns.left(line.getKey(), NAMES)).append("  ");
            text.append(line.getValue()).append('\n');
        }
        return text.toString();
    }

    /** Why rows are missing and how to get them. */
    static String truncated(Truncation truncation, int limit) {
        return switch (truncation) {
            case NONE -> "no";
            case LIMIT -> "at --limit " + limit + "; --out FILE writes all rows";
            case SIZE -> "at the 6 MB that Lambda lets an answer have; --out FILE writes all rows";
        };
    }

    static String bytes(OptionalLong count) {
        return count.isPresent() ? Figures.size(count.getAsLong()) : "not known here";
    }

    private static String millis(Duration time) {
        double millis = time.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }
}
