package io.duckboard.ui.grid;

import io.duckboard.engine.sql.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key that a value is sorted by, in the order of DuckDB's ORDER BY … NULLS LAST: numbers by their value, times by
 * their instant, texts by code points, lists item by item.
 */
record SortKey(Rank rank, BigDecimal number, String text, List<SortKey> items) implements Comparable<SortKey> {

    enum Rank {
        BELOW_ALL,
        NUMBER,
        TEXT,
        ITEMS,
        ABOVE_ALL,
        NOT_A_NUMBER,
        NULL
    }

    SortKey {
        items = List.copyOf(items);
    }

    /** @param type of the column; nested values are sorted by their contents */
    static SortKey of(@Nullable Object value, SqlType type) {
        return switch (value) {
            case null -> of(Rank.NULL);
            case BigDecimal number -> of(number);
            case BigInteger number -> of(new BigDecimal(number));
            case Number number -> of(BigDecimal.valueOf(number.longValue()));
            case Boolean truth -> of(truth ? BigDecimal.ONE : BigDecimal.ZERO);
            case Collection<?> list -> of(list);
            case Map<?, ?> struct -> of(struct.values());
            default -> ofText(value.toString(), type);
        };
    }

    /** @return the key of a value that somebody typed; empty if it is not of that type */
    static Optional<SortKey> typed(String text, SqlType type) {
        if (type.name().equals("BOOLEAN")) {
            return Optional.of(of(Boolean.parseBoolean(text) ? BigDecimal.ONE : BigDecimal.ZERO));
        }
        SortKey key = ofText(type.name().startsWith("TIMESTAMP") ? wholeTime(text) : text, type);
        return key.rank == Rank.TEXT && (type.isNumber() || type.isTime()) ? Optional.empty() : Optional.of(key);
    }

    boolean isNull() {
        return rank == Rank.NULL;
    }

    @Override
    public int compareTo(SortKey other) {
        if (rank != other.rank) {
            return rank.compareTo(other.rank);
        }
        return switch (rank) {
            case NUMBER -> number.compareTo(other.number);
            case TEXT ->
                Arrays.compare(
                        text.codePoints().toArray(), other.text.codePoints().toArray());
            case ITEMS -> compare(items.iterator(), other.items.iterator());
            case BELOW_ALL, ABOVE_ALL, NOT_A_NUMBER, NULL -> 0;
        };
    }

    private static int compare(Iterator<SortKey> these, Iterator<SortKey> those) {
        while (these.hasNext() && those.hasNext()) {
            int compared = these.next().compareTo(those.next());
            if (compared != 0) {
                return compared;
            }
        }
        return Boolean.compare(these.hasNext(), those.hasNext());
    }

    private static SortKey ofText(String text, SqlType type) {
        if (!type.isNumber() && !type.isTime()) {
            return new SortKey(Rank.TEXT, BigDecimal.ZERO, text, List.of());
        }
        return switch (text) {
            case "infinity", "Infinity" -> of(Rank.ABOVE_ALL);
            case "-infinity", "-Infinity" -> of(Rank.BELOW_ALL);
            case "NaN" -> of(Rank.NOT_A_NUMBER);
            default -> ofTime(text, type);
        };
    }

    private static SortKey ofTime(String text, SqlType type) {
        try {
            return of(type.isNumber() ? new BigDecimal(text) : moment(text, type));
        } catch (DateTimeException | NumberFormatException _) {
            // Something that somebody typed.
            return new SortKey(Rank.TEXT, BigDecimal.ZERO, text, List.of());
        }
    }

    /** Returns seconds, or days. */
    private static BigDecimal moment(String text, SqlType type) {
        if (type.name().equals("DATE")) {
            return BigDecimal.valueOf(LocalDate.parse(text).toEpochDay());
        }
        if (type.name().startsWith("TIMESTAMP")) {
            LocalDateTime time = LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text);
            return seconds(Duration.ofDays(time.toLocalDate().toEpochDay()), time.toLocalTime());
        }
        // Java has no 24:00, the end of a day.
        boolean isEndOfDay = text.startsWith("24:");
        String ofDay = isEndOfDay ? "00" + text.substring(2) : text;
        Duration before = isEndOfDay ? Duration.ofDays(1) : Duration.ZERO;
        if (type.name().equals("TIME WITH TIME ZONE")) {
            OffsetTime time = OffsetTime.parse(ofDay);
            return seconds(before.minusSeconds(time.getOffset().getTotalSeconds()), time.toLocalTime());
        }
        return seconds(before, LocalTime.parse(ofDay));
    }

    private static String wholeTime(String text) {
        String time = text.replace(' ', 'T');
        return time.length() == "2019-04-01".length() ? time + "T00:00" : time;
    }

    private static BigDecimal seconds(Duration before, LocalTime time) {
        return BigDecimal.valueOf(before.toSeconds()).add(BigDecimal.valueOf(time.toNanoOfDay(), 9));
    }

    private static SortKey of(BigDecimal number) {
        return new SortKey(Rank.NUMBER, number, "", List.of());
    }

    private static SortKey of(Collection<?> values) {
        List<SortKey> items =
                values.stream().map(value -> of(value, SqlType.UNKNOWN)).toList();
        return new SortKey(Rank.ITEMS, BigDecimal.ZERO, "", items);
    }

    private static SortKey of(Rank rank) {
        return new SortKey(rank, BigDecimal.ZERO, "", List.of());
    }
}
