package io.duckboard.engine.duckdb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a time as DuckDB writes it into ISO 8601, which has a sign before a year BC and before one after 9999. */
final class IsoTime {

    private static final Pattern TIME = Pattern.compile(
            "(?:(?<year>\\d+)(?<day>-\\d\\d-\\d\\d)(?<bc> \\(BC\\))? )?(?<time>[\\d:.]+)(?<zone>[+-]\\d\\d[\\d:]*)?");

    private IsoTime() {}

    /** @param text as of any of DuckDB's types with a time of day; an infinity stays as it is */
    static String of(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        String day = parts.group("year") == null
                ? ""
                : year(Integer.parseInt(parts.group("year")), parts.group("bc") != null) + parts.group("day") + "T";
        return day + parts.group("time") + (parts.group("zone") == null ? "" : zone(parts.group("zone")));
    }

    /** ISO 8601 has a year 0, which is 1 BC. */
    private static String year(int year, boolean isBeforeChrist) {
        if (isBeforeChrist) {
            return year == 1 ? "0000" : "-%04d".formatted(year - 1);
        }
        return year > 9999 ? "+" + year : "%04d".formatted(year);
    }

    private static String zone(String zone) {
        if (zone.equals("+00")) {
            return "Z";
        }
        return zone.length() == "+00".length() ? zone + ":00" : zone;
    }
}
