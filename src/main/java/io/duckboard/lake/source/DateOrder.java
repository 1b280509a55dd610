package io.duckboard.lake.source;

/** In which order a date has its parts. */
enum DateOrder {
    YEAR_FIRST("year first", "%%%2$s%1$s%%m%1$s%%d"),
    DAY_FIRST("day first", "%%d%1$s%%m%1$s%%%2$s"),
    MONTH_FIRST("month first", "%%m%1$s%%d%1$s%%%2$s");

    private final String title;
    private final String format;

    DateOrder(String title, String format) {
        this.title = title;
        this.format = format;
    }

    String title() {
        return title;
    }

    /** As strptime takes it. */
    String format(char separator, boolean longYear) {
        return format.formatted(separator, longYear ? "Y" : "y");
    }
}
