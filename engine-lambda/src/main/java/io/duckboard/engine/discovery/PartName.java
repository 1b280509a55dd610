package io.duckboard.engine.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file says about the table it belongs to. Writers name the parts of one table by counters and
 * random numbers: {@code part-00001-<UUID>-c000.snappy.parquet}, {@code data_0.parquet}, {@code orders_12.parquet}.
 * Dates are no counters: {@code taxi_2019_04} and {@code taxi_2019_05} may be two tables.
 *
 * @param stem what the parts of one table have in common; empty if nothing
 * @param isPart whether the name has a counter or a random number
 */
record PartName(String stem, boolean isPart) {

    private static final Pattern EXTENSIONS = Pattern.compile(
            "(?:\\.(?:snappy|gz|gzip|zst|zstd|lz4|lzo|lz4raw|brotli|br|uncompressed))?\\.(?:parquet|parq|pq)$");

    private static final Pattern TOKEN = Pattern.compile("(?<random>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|(?<![a-z0-9])(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{8,}(?![a-z0-9])"
            + "|(?<![a-z0-9])c[0-9]{3}(?![a-z0-9]))"
            + "|(?<![\\p{L}0-9])(?<date>(?:19|20)[0-9]{2}"
            + "(?:[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?(?:0[1-9]|[12][0-9]|3[01]))?)?)(?![\\p{L}0-9])"
            + "|(?<number>(?<![\\p{L}0-9])[0-9]+(?![\\p{L}0-9]))"
            + "|(?<word>[\\p{L}\\p{M}0-9]+)");

    /** Words that writers put beside their counters. They say nothing about the table. */
    private static final Set<String> WORDS_OF_WRITERS =
            Set.of("part", "data", "file", "chunk", "tid", "m", "r", "split", "run", "out", "output", "attempt");

    static PartName of(String file) {
        String name = EXTENSIONS.matcher(file.toLowerCase(Locale.ROOT)).replaceFirst("");
        var stem = new ArrayList<String>();
        boolean random = false;
        boolean counted = false;
        boolean named = false;
        Matcher token = TOKEN.matcher(name);
        for (int position = 0; token.find(); position++) {
            boolean number = token.group("number") != null || isCounterOf(stem, token.group());
            counted = number || (counted && token.group("random") != null);
            if (token.group("random") != null) {
                random = true;
            } else if (!number) {
                stem.add(token.group());
                named |= position == 0 && token.group("word") != null;
                counted |= token.group().equals("part") && position > 0;
            }
        }
        boolean part = random || counted;
        return new PartName(part ? common(stem, random && !named) : String.join("_", stem), part);
    }

    /** {@code data_2001} comes after {@code data_2000} and has nothing to do with the year. */
    private static boolean isCounterOf(List<String> stem, String token) {
        return token.matches("[0-9]{4}") && !stem.isEmpty() && WORDS_OF_WRITERS.containsAll(stem);
    }

    /** @param generated whether the whole name is made by a writer, as Athena's that begin with a time */
    private static String common(List<String> stem, boolean generated) {
        return generated || WORDS_OF_WRITERS.containsAll(stem) ? "" : String.join("_", stem);
    }
}
