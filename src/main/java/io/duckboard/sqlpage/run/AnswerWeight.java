package io.duckboard.sqlpage.run;

import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About how many bytes of memory an outcome holds: its rows' values and texts. */
final class AnswerWeight {

    /** An object and a reference to it, as a JVM of 64 bits with compressed pointers has them. */
    private static final int OBJECT = 24;

    private AnswerWeight() {}

    static int of(RowsOutcome outcome) {
        long bytes = OBJECT;
        if (outcome instanceof QueryOutcome.Answered(var answer, var roundTrip)) {
            bytes += value(answer.rows());
        }
        return Math.clamp(bytes, OBJECT, Integer.MAX_VALUE);
    }

    private static long value(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> OBJECT + OBJECT + (long) text.length();
            case Collection<?> list ->
                list.stream().mapToLong(AnswerWeight::value).sum() + OBJECT;
            case Map<?, ?> struct -> value(struct.keySet()) + value(struct.values());
            default -> OBJECT;
        };
    }
}
