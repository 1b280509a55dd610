package io.duckboard.ui.grid;

import io.duckboard.engine.sql.SqlType;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition that a column's values must meet to be shown: {@code > 5}, {@code <= 2019-04-01}, {@code = x}, {@code !=
 * x}, {@code null}, {@code not null}, or any other text, which the values must contain.
 *
 * @param column by position
 */
record ColumnFilter(int column, String wanted) {

    private static final Pattern COMPARISON = Pattern.compile("(?s)(>=|<=|!=|<>|>|<|=)\\s*(.+)");

    Predicate<@Nullable Object> predicate(SqlType type) {
        String text = wanted.strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> _ -> true;
            case "null" -> value -> value == null;
            case "not null" -> value -> value != null;
            default -> compared(text, type).orElseGet(() -> new TextFilter(text));
        };
    }

    private static Optional<Predicate<@Nullable Object>> compared(String text, SqlType type) {
        Matcher comparison = COMPARISON.matcher(text);
        return comparison.matches()
                ? SortKey.typed(comparison.group(2), type).map(bound -> compared(comparison.group(1), bound, type))
                : Optional.empty();
    }

    private static Predicate<@Nullable Object> compared(String sign, SortKey bound, SqlType type) {
        return value -> {
            if (value == null) {
                return false;
            }
            int compared = SortKey.of(value, type).compareTo(bound);
            return switch (sign) {
                case ">" -> compared > 0;
                case ">=" -> compared >= 0;
                case "<" -> compared < 0;
                case "<=" -> compared <= 0;
                case "=" -> compared == 0;
                default -> compared != 0;
            };
        };
    }
}
