package io.duckboard.cli.mapreduce;

import static java.util.Map.entry;

import io.duckboard.cli.format.AnswerText;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.client.mapreduce.MapReduceAnswer;
import io.duckboard.client.mapreduce.Totals;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Truncation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * Prints the answer of a map-reduce and what it took.
 *
 * @param limit the maximum number of rows
 */
record AnswerPrint(MapReduceAnswer answer, int partitions, int limit) {

    private static final JSON EXACT = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    String table(Terminal terminal) {
        Totals totals = answer.totals();
        Metadata reduce = answer.answer().metadata();
        return AnswerText.table(answer.answer(), terminal)
                + "\n"
                + AnswerText.facts(
                        List.of(
                                entry("round trip", millis(answer.roundTrip())),
                                entry("in engines", millis(totals.time()) + " in all"),
                                entry("calls", calls(totals.calls())),
                                entry("retries", Integer.toString(totals.retries())),
                                entry("rows", Long.toString(reduce.rowCount())),
                                entry("truncated", truncated(reduce.truncated())),
                                entry("bytes read", AnswerText.bytes(totals.bytesRead())),
                                entry("price", AnswerText.price(totals.estimatedUsd()))),
                        terminal);
    }

    /** Returns {@code {"records": […], "metadata": {…}}}. */
    String json() {
        Totals totals = answer.totals();
        Metadata reduce = answer.answer().metadata();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("roundTripMs", exactMillis(answer.roundTrip()));
        members.put("timeMs", exactMillis(totals.time()));
        members.put("partitions", partitions);
        members.put("calls", totals.calls());
        members.put("retries", totals.retries());
        members.put("rowCount", reduce.rowCount());
        members.put(
                "truncated",
                reduce.truncated() == Truncation.NONE
                        ? (Object) false
                        : reduce.truncated().name().toLowerCase(Locale.ROOT));
        members.put(
                "bytesRead", totals.bytesRead().isPresent() ? totals.bytesRead().getAsLong() : null);
        members.put("billedMs", totals.billedMs());
        members.put("estimatedUsd", totals.estimatedUsd());
        return "{\"records\": " + AnswerText.json(answer.answer()).strip() + ",\n\"metadata\": "
                + EXACT.asString(members) + "}\n";
    }

    /** Several parts can share a call. */
    private String calls(int calls) {
        String parts = calls == partitions + 1 ? "" : calls - 1 + " for ";
        return calls + ": " + parts + partitions + " parts and the reduce";
    }

    private String truncated(Truncation truncation) {
        return switch (truncation) {
            case NONE -> "no";
            case LIMIT -> "at --limit " + limit;
            case SIZE -> "at the 6 MB that Lambda lets an answer have";
        };
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.0f ms", time.toNanos() / 1e6);
    }

    private static BigDecimal exactMillis(Duration time) {
        return BigDecimal.valueOf(time.toNanos() / 1_000, 3);
    }
}
