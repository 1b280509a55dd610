package io.duckboard.engine.discovery;

import io.duckboard.engine.sql.type.UnitedType.IfIntegersFit;
import io.duckboard.engine.sql.type.UnitedType.IfTimesFit;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What the statistics of files say about the values of one column.
 *
 * @param areNull whether all of them are NULL for certain
 * @param integers empty if the statistics of some file have none
 * @param times empty if the statistics of some file have none
 */
public record ColumnValues(
        boolean areNull, Optional<Range<BigInteger>> integers, Optional<Range<LocalDateTime>> times) {

    /** The least and the greatest value. */
    public record Range<T extends Comparable<? super T>>(T least, T greatest) {

        boolean isWithin(T first, T last) {
            return least.compareTo(first) >= 0 && greatest.compareTo(last) <= 0;
        }
    }

    /** Whether a DOUBLE has all of them exactly. */
    boolean fitDouble() {
        BigInteger largest = BigInteger.valueOf(IfIntegersFit.LARGEST);
        return areNull
                || integers.filter(range -> range.isWithin(largest.negate(), largest))
                        .isPresent();
    }

    /** Whether TIMESTAMP_NS has all of them. */
    boolean fitNanoseconds() {
        return areNull
                || times.filter(range -> range.isWithin(IfTimesFit.FIRST, IfTimesFit.LAST))
                        .isPresent();
    }
}
