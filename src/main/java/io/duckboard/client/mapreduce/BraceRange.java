package io.duckboard.client.mapreduce;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A range of numbers in braces, such as {@code 01..10}, with both ends included. It may go backwards, and its numbers
 * are as wide as the wider end.
 */
record BraceRange(long first, long last, int width) {

    /** Longer numbers, even with leading zeros, would give more partitions than a query can have. */
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})\\.\\.(\\d{1,9})");

    static Optional<BraceRange> in(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        boolean padded = isPadded(range.group(1)) || isPadded(range.group(2));
        int width = padded ? Math.max(range.group(1).length(), range.group(2).length()) : 1;
        return Optional.of(new BraceRange(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)), width));
    }

    BigInteger size() {
        return BigInteger.valueOf(Math.abs(last - first) + 1);
    }

    List<String> values() {
        long step = first <= last ? 1 : -1;
        return LongStream.iterate(first, number -> number != last + step, number -> number + step)
                .mapToObj(number -> String.format("%0" + width + "d", number))
                .toList();
    }

    private static boolean isPadded(String number) {
        return number.length() > 1 && number.startsWith("0");
    }
}
