package io.duckboard.sqlpage.download;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The name of a downloaded file, valid on every system: {@code trips-by-hour-2026-11-26-0812.csv}.
 *
 * @param name what people call the answer
 * @param at when the answer was complete
 * @param zone of the time in the name
 */
public record FileName(String name, Instant at, ZoneId zone, DownloadFormat format) {

    private static final String NAMELESS = "duckboard";
    private static final int LONGEST = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

    @Override
    public String toString() {
        // Keeps letters and digits of any script. The time after them avoids Windows' reserved names (CON, NUL).
        String words = name.replaceAll("[^\\p{L}\\p{M}\\p{N}_]+", "-").replaceAll("^-+|-+$", "");
        String shortened = words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST));
        return (shortened.isEmpty() ? NAMELESS : shortened) + "-"
                + TIME.withZone(zone).format(at) + "." + format.extension();
    }
}
