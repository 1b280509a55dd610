package io.duckboard.board.rule;

import java.util.Arrays;

/** How far apart the points of a time line are. */
enum Grain {
    SECOND(1, "second", "second"),
    FIVE_SECONDS(5, "5 seconds", "5 seconds"),
    QUARTER_MINUTE(15, "15 seconds", "15 seconds"),
    MINUTE(60, "minute", "minute"),
    FIVE_MINUTES(5 * 60, "5 minutes", "5 minutes"),
    QUARTER_HOUR(15 * 60, "15 minutes", "15 minutes"),
    HOUR(3600, "hour", "hour"),
    THREE_HOURS(3 * 3600, "3 hours", "3 hours"),
    TWELVE_HOURS(12 * 3600, "12 hours", "12 hours"),
    DAY(Grain.OF_A_DAY, "day", "day"),
    TWO_DAYS(2 * Grain.OF_A_DAY, "2 days", "2 days"),
    WEEK(7 * Grain.OF_A_DAY, "week", "week"),
    MONTH(30.44 * Grain.OF_A_DAY, "month", "month"),
    QUARTER(91.3 * Grain.OF_A_DAY, "quarter", "quarter"),
    YEAR(365.25 * Grain.OF_A_DAY, "year", "year"),
    FIVE_YEARS(5 * 365.25 * Grain.OF_A_DAY, "5 years", "5 years"),
    TWENTY_YEARS(20 * 365.25 * Grain.OF_A_DAY, "20 years", "20 years"),
    CENTURY(100 * 365.25 * Grain.OF_A_DAY, "century", "century");

    private static final double OF_A_DAY = 86_400;

    /** Fewer points are no line, and more cannot be told apart. */
    private static final int LEAST_POINTS = 20;

    private final double seconds;
    private final String words;
    private final String sql;

    Grain(double seconds, String words, String sql) {
        this.seconds = seconds;
        this.words = words;
        this.sql = sql;
    }

    /** The longest that gives at least 20 points, or else the shortest that the column knows. */
    static Grain of(double spanSeconds, LakeColumn column) {
        return Arrays.stream(values())
                .filter(grain -> grain.seconds <= Math.max(1, spanSeconds / LEAST_POINTS))
                .filter(grain -> !column.isDay() || grain.seconds >= OF_A_DAY)
                .reduce((_, longer) -> longer)
                .orElse(column.isDay() ? DAY : SECOND);
    }

    double points(double spanSeconds) {
        return spanSeconds / seconds;
    }

    /** Such as {@code by 15 minutes}. */
    String words() {
        return words;
    }

    /** The name of the column that has it. */
    String column() {
        return words.replaceFirst("^\\d+ ", "").replaceFirst("s$", "");
    }

    boolean isOfDays() {
        return seconds >= OF_A_DAY;
    }

    /** The pattern by which a point is written. */
    String pattern() {
        return seconds >= YEAR.seconds
                ? "yyyy"
                : seconds >= MONTH.seconds
                        ? "MMM yyyy"
                        : isOfDays() ? "d MMM yyyy" : seconds >= MINUTE.seconds ? "d MMM HH:mm" : "HH:mm:ss";
    }

    /** SQL for the point to which a time belongs. */
    String of(String time) {
        String start = Character.isDigit(sql.charAt(0))
                ? "time_bucket(INTERVAL '" + sql + "', " + time + ")"
                : "date_trunc('" + sql + "', " + time + ")";
        return isOfDays() ? "CAST(" + start + " AS DATE)" : start;
    }
}
