package io.duckboard.client.mapreduce;

import io.duckboard.engine.protocol.Request;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Expands braces in a pattern, as shells do: {@code date=2019-04-{01..10}} or {@code {red,green}}. A pattern may have
 * several.
 */
final class Braces {

    private static final BigInteger MOST = BigInteger.valueOf(Request.Query.MAX_PARTS);

    private Braces() {}

    /**
     * Returns everything that the pattern stands for, from left to right.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong with the pattern
     */
    static List<String> expand(String pattern) {
        List<String> expanded = List.of("");
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                throw wrong(pattern, "a { is not closed");
            }
            String before = plain(pattern, pattern.substring(from, open));
            expanded = product(expanded, before, choices(pattern, pattern.substring(open + 1, close), expanded.size()));
            from = close + 1;
        }
        return product(expanded, plain(pattern, pattern.substring(from)), List.of(""));
    }

    private static List<String> choices(String pattern, String inside, int soFar) {
        if (inside.contains("{")) {
            throw wrong(pattern, "braces stand within braces");
        }
        Optional<BraceRange> range = BraceRange.in(inside);
        if (range.isEmpty() && (!inside.contains(",") || inside.contains(".."))) {
            throw wrong(pattern, "{" + inside + "} is neither a range like {01..10} nor a list like {a,b}");
        }
        List<String> listed = range.isPresent() ? List.of() : Arrays.asList(inside.split(",", -1));
        BigInteger count = range.map(BraceRange::size).orElseGet(() -> BigInteger.valueOf(listed.size()));
        if (count.multiply(BigInteger.valueOf(soFar)).compareTo(MOST) > 0) {
            throw wrong(pattern, "it stands for more than " + MOST + " partitions");
        }
        return range.map(BraceRange::values).orElse(listed);
    }

    private static List<String> product(List<String> starts, String middle, List<String> ends) {
        var all = new ArrayList<String>();
        for (String start : starts) {
            for (String end : ends) {
                all.add(start + middle + end);
            }
        }
        return all;
    }

    private static String plain(String pattern, String text) {
        if (text.contains("}")) {
            throw wrong(pattern, "a } has no { before it");
        }
        return text;
    }

    private static IllegalArgumentException wrong(String pattern, String why) {
        return new IllegalArgumentException("The pattern of partitions " + pattern + " is not right: " + why + ".");
    }
}
