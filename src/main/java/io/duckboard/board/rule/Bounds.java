package io.duckboard.board.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A range of numbers that are short to write. */
record Bounds(BigDecimal from, BigDecimal to) {

    static Bounds around(double low, double high) {
        BigDecimal width = new BigDecimal(high - low).round(new MathContext(1));
        int scale = width.scale() + 1;
        return new Bounds(
                new BigDecimal(low).setScale(scale, RoundingMode.FLOOR),
                new BigDecimal(high).setScale(scale, RoundingMode.CEILING));
    }

    String sql() {
        return from.toPlainString() + " AND " + to.toPlainString();
    }
}
