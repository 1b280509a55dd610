package io.duckboard.lake.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Whether texts are numbers, and which type holds all of them unchanged. */
final class NumberProfile {

    private static final BigInteger LEAST_BIGINT = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger GREATEST_BIGINT = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger GREATEST_UBIGINT = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    private static final int DIGITS_OF_DECIMAL = 38;

    /** Every decimal number of so many digits can be told again from the DOUBLE next to it. */
    private static final int DIGITS_OF_DOUBLE = 15;

    /** No group of thousands. */
    static final char NONE = '\0';

    private final char point;
    private final char group;
    private boolean possible = true;
    private boolean grouped;
    private boolean pointed;
    private boolean notThousands;
    private boolean floating;
    private boolean negative;
    private boolean exact = true;
    private int before = 1;
    private int behind;
    private BigInteger least = BigInteger.ZERO;
    private BigInteger greatest = BigInteger.ZERO;

    /**
     * @param point in front of the fraction
     * @param group between thousands, or {@link #NONE}
     */
    NumberProfile(char point, char group) {
        this.point = point;
        this.group = group;
    }

    /** A profile of the numbers so far that takes more of them, with groups. What is no number has changed nothing. */
    NumberProfile withGroups(char group) {
        var profile = new NumberProfile(point, group);
        profile.pointed = pointed;
        profile.notThousands = notThousands;
        profile.floating = floating;
        profile.negative = negative;
        profile.exact = exact;
        profile.before = before;
        profile.behind = behind;
        profile.least = least;
        profile.greatest = greatest;
        return profile;
    }

    void add(String text) {
        possible = possible && take(text.strip());
    }

    /** Whether all texts are numbers. */
    boolean isPossible() {
        return possible;
    }

    /** Whether thousands are in groups somewhere. */
    boolean isGrouped() {
        return grouped;
    }

    /** Whether there is a fraction somewhere. */
    boolean isPointed() {
        return pointed;
    }

    /** Whether a fraction cannot be a group of thousands. */
    boolean hasFractionForSure() {
        return notThousands;
    }

    boolean isInteger() {
        return possible && !pointed && !floating;
    }

    /** How many digits are behind the point, at most. */
    int fractionDigits() {
        return behind;
    }

    /** The type that holds all numbers unchanged; empty if none does, or not all are numbers. */
    Optional<String> type() {
        if (!possible) {
            return Optional.empty();
        }
        if (isInteger()) {
            return integer();
        }
        if (exact) {
            return Optional.of("DOUBLE");
        }
        return floating || before + behind > DIGITS_OF_DECIMAL
                ? Optional.empty()
                : Optional.of("DECIMAL(" + (before + behind) + "," + behind + ")");
    }

    /** What is worth telling of how they are read, or an empty text. */
    String told() {
        if (group == NONE || !(pointed || grouped)) {
            return "";
        }
        return point == ',' ? "decimal commas" : grouped ? "commas between thousands" : "";
    }

    /** SQL of a text that DuckDB reads as a number. */
    String plain(String sql) {
        String together = group == NONE ? sql : "replace(" + sql + ", '" + group + "', '')";
        return point == '.' ? together : "replace(" + together + ", '" + point + "', '.')";
    }

    private Optional<String> integer() {
        if (least.compareTo(LEAST_BIGINT) >= 0 && greatest.compareTo(GREATEST_BIGINT) <= 0) {
            return Optional.of("BIGINT");
        }
        if (!negative && greatest.compareTo(GREATEST_UBIGINT) <= 0) {
            return Optional.of("UBIGINT");
        }
        // Parquet has no larger integers.
        return before <= DIGITS_OF_DECIMAL ? Optional.of("DECIMAL(38,0)") : Optional.empty();
    }

    private boolean take(String text) {
        int length = text.length();
        boolean minus = length > 0 && text.charAt(0) == '-';
        int first = minus ? 1 : 0;
        int at = first;
        int digits = 0;
        int sinceGroup = 0;
        boolean groups = false;
        while (at < length && (isDigit(text.charAt(at)) || (group != NONE && text.charAt(at) == group))) {
            if (isDigit(text.charAt(at))) {
                digits++;
                sinceGroup++;
            } else {
                if (sinceGroup != 3 && (groups || sinceGroup == 0 || sinceGroup > 3)) {
                    return false;
                }
                groups = true;
                sinceGroup = 0;
            }
            at++;
        }
        if (groups && sinceGroup != 3) {
            return false;
        }
        // A leading zero says that it is no number but a code.
        if (digits > 1 && text.charAt(first) == '0') {
            return false;
        }
        if (digits == 0 && at == first && isSpecial(text.substring(first))) {
            floating = true;
            return true;
        }
        int fraction = 0;
        boolean point = at < length && text.charAt(at) == this.point;
        if (point) {
            at++;
            while (at < length && isDigit(text.charAt(at))) {
                at++;
                fraction++;
            }
        }
        if (digits + fraction == 0) {
            return false;
        }
        int mantissa = at;
        if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at = afterExponent(text, at + 1);
        }
        if (at != length) {
            return false;
        }
        boolean exponent = mantissa < length;
        boolean negativeZero = minus && digits == 1 && text.charAt(first) == '0' && fraction == 0;
        negative |= minus;
        grouped |= groups;
        pointed |= point;
        notThousands |= point && (fraction != 3 || digits == 0 || digits > 3 || groups || text.charAt(first) == '0');
        floating |= exponent || negativeZero;
        before = Math.max(before, digits);
        behind = Math.max(behind, fraction);
        exact = exact && isExact(text, digits + fraction, exponent);
        if (digits > 18 && !point && !exponent) {
            var number = new BigInteger(normal(text));
            least = least.min(number);
            greatest = greatest.max(number);
        }
        return true;
    }

    private boolean isExact(String text, int digits, boolean exponent) {
        if (digits <= DIGITS_OF_DOUBLE && !exponent) {
            return true;
        }
        String normal = normal(text);
        double number = Double.parseDouble(normal);
        if (Double.isInfinite(number)) {
            return false;
        }
        if (digits <= DIGITS_OF_DOUBLE || Math.abs(number) < Double.MIN_NORMAL) {
            return number != 0 || normal.matches("-?[0.]+[eE].*");
        }
        // Most are written as Java writes them, which is faster to compare.
        String shortest = Double.toString(number);
        return normal.equals(shortest) || new BigDecimal(normal).compareTo(new BigDecimal(shortest)) == 0;
    }

    private String normal(String text) {
        String together = group == NONE ? text : text.replace(String.valueOf(group), "");
        return point == '.' ? together : together.replace(point, '.');
    }

    private static int afterExponent(String text, int from) {
        int at = from;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        int digits = at;
        while (at < text.length() && at < digits + 4 && isDigit(text.charAt(at))) {
            at++;
        }
        return at == digits ? -1 : at;
    }

    private static boolean isSpecial(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "inf", "infinity" -> true;
            default -> false;
        };
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
