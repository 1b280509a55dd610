package io.duckboard.format;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.protocol.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Creates answers like those of an engine. */
public final class Answers {

    private static final Usage USAGE =
            new Usage(OptionalLong.of(65_210), OptionalLong.of(402_653_184), 12, new BigDecimal("0.0000006701"));

    private Answers() {}

    /** @param columns names and types, as in {@code trips BIGINT} */
    public static Answer.Rows of(List<String> columns, List<List<@Nullable Object>> rows) {
        return new Answer.Rows(metadata(columns, rows.size(), Truncation.NONE), rows);
    }

    public static Metadata metadata(List<String> columns, long rows, Truncation truncation) {
        return new Metadata(
                Duration.ofNanos(2_345_678),
                Instant.EPOCH,
                "event",
                "SELECT",
                true,
                columns.stream().map(Answers::column).toList(),
                rows,
                truncation,
                USAGE,
                "",
                "engine");
    }

    public static List<@Nullable Object> row(@Nullable Object... values) {
        var row = new ArrayList<@Nullable Object>();
        Collections.addAll(row, values);
        return row;
    }

    private static Column column(String text) {
        int blank = text.lastIndexOf(' ');
        return new Column(text.substring(0, blank), text.substring(blank + 1));
    }
}
