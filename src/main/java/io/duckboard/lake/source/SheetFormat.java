package io.duckboard.lake.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a cell's format makes of its number. */
enum SheetFormat {
    NUMBER,
    DATE,
    MOMENT,
    TIME;

    /** @param id a format that every workbook knows by its number, as ECMA-376, 18.8.30 has them */
    static SheetFormat of(@Nullable Integer id, @Nullable String format) {
        if (id != null) {
            if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) {
                return DATE;
            }
            if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47) {
                return TIME;
            }
            if (id == 22) {
                return MOMENT;
            }
        }
        return format == null ? NUMBER : of(format);
    }

    private static SheetFormat of(String format) {
        String lower = format.toLowerCase(Locale.ROOT);
        // Hours that go on after 24 are a duration, in days.
        if (lower.contains("general") || lower.matches(".*\\[[hms]+].*")) {
            return NUMBER;
        }
        String codes = lower.replaceAll("\"[^\"]*\"|\\\\.|\\[[^]]*]|[_*].", "").replaceFirst(";.*", "");
        boolean day = codes.matches(".*[dy].*");
        boolean time = codes.matches(".*[hs].*");
        if (day || (codes.contains("m") && !time)) {
            return time ? MOMENT : DATE;
        }
        return time ? TIME : NUMBER;
    }
}
