package io.duckboard.board.rule;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A column, and what its first rows say of it.
 *
 * @param rows that were looked at
 * @param present rows among them whose value is not NULL
 * @param distinct different values among them, about
 * @param least of a number's values, or of a time's in seconds since 1970; absent if there is none that is finite
 * @param low the value below which one of a hundred is
 * @param high the value above which one of a hundred is
 * @param length of texts, on average
 */
record ColumnFacts(
        LakeColumn column,
        long rows,
        long present,
        long distinct,
        OptionalDouble least,
        OptionalDouble greatest,
        OptionalDouble low,
        OptionalDouble high,
        double length) {

    /** Bars beyond these say little. */
    private static final int FEW = 50;

    /** More than these are told by their greatest only. */
    private static final int SOME = 500;

    /** The fewest values of a measure; fewer are groups. */
    private static final int LEAST_OF_A_MEASURE = 13;

    private static final int FEW_AS_BARS = 12;

    /** Texts that are longer are sentences. */
    private static final double LONG = 40;

    private static final double SECONDS_OF_A_DAY = 86_400;
    private static final double YEAR_2200 = 7_258_118_400.0;
    private static final double YEAR_1850 = -3_786_825_600.0;

    NameWords words() {
        return column.words();
    }

    double presence() {
        return rows == 0 ? 0 : (double) present / rows;
    }

    /** Whether the values look like keys: whole numbers without gaps, no two the same. */
    private boolean isCounted() {
        return column.isWhole()
                && present > 20
                && distinct > 0.9 * present
                && span().orElse(Double.MAX_VALUE) < 3.0 * present;
    }

    private OptionalDouble span() {
        return least.isPresent() && greatest.isPresent()
                ? OptionalDouble.of(greatest.getAsDouble() - least.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether a histogram of it says something: an amount, and no id, code, place or part of a date. */
    boolean isMeasure() {
        return column.family() == LakeColumn.Family.NUMBER
                && !words().isIdentifier()
                && !words().isCoordinate()
                && !words().isCalendar()
                && !isCounted()
                && span().orElse(0) > 0
                && (distinct >= LEAST_OF_A_MEASURE || (distinct > 2 && !column.isWhole() && words().isMeasure()));
    }

    /** How much somebody would care for this measure; more is better. */
    double measureScore() {
        double score = 0;
        score += words().isAdded() ? 4 : 0;
        score += words().isMeasure() ? 2 : 0;
        score += column.isWhole() ? 0 : 1;
        score += words().words().stream().anyMatch(word -> word.equals("amount") || word.equals("revenue")) ? 2 : 0;
        score += words().words().contains("total") ? 3 : 0;
        return score - 3 * (1 - presence());
    }

    /** Whether bars of its values say something. */
    boolean isGroup() {
        if (distinct < 2 || words().isCoordinate()) {
            return false;
        }
        boolean repeats = distinct * 3 <= present;
        return switch (column.family()) {
            case BOOLEAN -> true;
            case TEXT ->
                length <= LONG
                        && repeats
                        && (distinct <= FEW
                                || (distinct <= SOME && distinct * 10 <= present && !words().isIdentifier()));
            case NUMBER ->
                column.isWhole()
                        && repeats
                        && !isMeasure()
                        && distinct <= (words().isIdentifier() || words().isCalendar() ? FEW : FEW_AS_BARS);
            case TIME, OTHER -> false;
        };
    }

    /** How much somebody would care for this group; more is better. */
    double groupScore() {
        double score =
                column.family() == LakeColumn.Family.TEXT ? 6 : column.family() == LakeColumn.Family.BOOLEAN ? 2 : 1;
        score += words().isGroup() ? 4 : 0;
        score += distinct >= 3 && distinct <= 12 ? 3 : 0;
        score -= distinct > FEW ? 4 : 0;
        score -= words().isIdentifier() ? 4 : 0;
        score += column.isPartition() ? 1 : 0;
        return score - 6 * (1 - presence());
    }

    /** Whether a filter can have it: a text or true and false, of not too many values. */
    boolean isFilter() {
        return isGroup() && (column.family() == LakeColumn.Family.TEXT || column.family() == LakeColumn.Family.BOOLEAN);
    }

    /** Whether its values have an order that bars should keep. */
    boolean isOrdered() {
        return column.family() == LakeColumn.Family.NUMBER;
    }

    /** Whether a time line can go along it. */
    boolean isTime() {
        return column.family() == LakeColumn.Family.TIME && span().orElse(0) > 0;
    }

    /** How much it is the time at which what a row is about has happened; more is better. */
    double timeScore() {
        double score = 3 * presence();
        score += words().isHappening() ? 2 : 0;
        score -= words().isLaterTime() ? 4 : 0;
        score += column.isPartition() ? 1 : 0;
        // Days that are too few for a line of days, where another column has the hours.
        score -= column.isDay() && span().orElse(0) < 20 * SECONDS_OF_A_DAY ? 4 : 0;
        score -= distinct < 20 ? 2 : 0;
        // A day that stands for “never” makes a line of one point at each end.
        score -= greatest.orElse(0) > YEAR_2200 || least.orElse(0) < YEAR_1850 ? 8 : 0;
        return score;
    }

    /** The bounds of a histogram that leave out single values far away; empty if there are none. */
    Optional<Bounds> bulk() {
        if (low.isEmpty() || high.isEmpty() || span().isEmpty()) {
            return Optional.empty();
        }
        double bulk = high.getAsDouble() - low.getAsDouble();
        return bulk > 0 && span().getAsDouble() > 4 * bulk
                ? Optional.of(Bounds.around(low.getAsDouble(), high.getAsDouble()))
                : Optional.empty();
    }
}
