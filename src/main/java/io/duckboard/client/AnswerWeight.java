package io.duckboard.client;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Estimates how many bytes of memory an outcome holds: the values and texts of its rows. */
public final class AnswerWeight {

    /** The size of an object and a reference to it in a 64-bit JVM with compressed pointers. */
    private static final int OBJECT = 24;

    private AnswerWeight() {}

    public static int of(RowsOutcome outcome) {
        long bytes = OBJECT;
        if (outcome instanceof QueryOutcome.Answered(var answer, var _, var _)) {
            bytes += value(answer.rows());
        }
        return Math.clamp(bytes, OBJECT, Integer.MAX_VALUE);
    }

    private static long value(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> OBJECT + OBJECT + (long) Character.BYTES * text.length();
            case Collection<?> list ->
                list.stream().mapToLong(AnswerWeight::value).sum() + OBJECT;
            case Map<?, ?> struct -> value(struct.keySet()) + value(struct.values());
            default -> OBJECT;
        };
    }
}
