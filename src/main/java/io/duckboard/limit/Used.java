package io.duckboard.limit;

import java.math.BigDecimal;

/** What somebody has used on a day. */
public record Used(long bytes, BigDecimal usd) {

    public static final Used NOTHING = new Used(0, BigDecimal.ZERO);

    Used plus(Used more) {
        long sum = bytes + more.bytes;
        return new Used(sum < 0 ? Long.MAX_VALUE : sum, usd.add(more.usd));
    }

    /** Of two counts of the same day, neither of which need have everything, the one that has more. */
    Used most(Used other) {
        return new Used(Math.max(bytes, other.bytes), usd.max(other.usd));
    }
}
