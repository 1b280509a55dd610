package io.duckboard.ui.chart.answer;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.protocol.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes answers for charts. */
final class Answers {

    private Answers() {}

    /** @param columns each as {@code name TYPE} */
    static Answer.Rows of(List<List<@Nullable Object>> rows, String... columns) {
        return of(Truncation.NONE, rows, columns);
    }

    static Answer.Rows of(Truncation truncated, List<List<@Nullable Object>> rows, String... columns) {
        var metadata = new Metadata(
                Duration.ofMillis(1),
                Instant.EPOCH,
                "event",
                "SELECT …",
                true,
                Arrays.stream(columns).map(Answers::column).toList(),
                rows.size(),
                truncated,
                Usage.NONE,
                "",
                "canned");
        return new Answer.Rows(metadata, rows);
    }

    static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static Column column(String words) {
        String[] parts = words.split(" ", 2);
        return new Column(parts[0], parts[1]);
    }
}
