package io.duckboard.engine.sql.type;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;

import io.duckboard.engine.sql.type.ColumnType.Scalar;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** DuckDB's integers, smaller ones first. */
enum IntegerType {
    TINYINT(8, true),
    UTINYINT(8, false),
    SMALLINT(16, true),
    USMALLINT(16, false),
    INTEGER(32, true),
    UINTEGER(32, false),
    BIGINT(64, true),
    UBIGINT(64, false),
    HUGEINT(128, true),
    UHUGEINT(128, false);

    private final BigInteger least;
    private final BigInteger greatest;

    IntegerType(int bits, boolean signed) {
        least = signed ? TWO.pow(bits - 1).negate() : ZERO;
        greatest = TWO.pow(signed ? bits - 1 : bits).subtract(ONE);
    }

    static Optional<IntegerType> of(ColumnType type) {
        return Arrays.stream(values())
                .filter(integer -> integer.type().equals(type))
                .findAny();
    }

    /** The smallest that holds every value of all of them. Empty if there is none. */
    static Optional<IntegerType> smallestOf(List<IntegerType> all) {
        return Arrays.stream(values())
                .filter(integer -> all.stream().allMatch(integer::holds))
                .findFirst();
    }

    ColumnType type() {
        return new Scalar(name());
    }

    /** The most decimal digits that a value has. */
    int digits() {
        return greatest.toString().length();
    }

    /** Whether floating point whose digits have so many bits holds every value. */
    boolean fitsInBits(int bits) {
        return greatest.bitLength() <= bits;
    }

    private boolean holds(IntegerType other) {
        return least.compareTo(other.least) <= 0 && greatest.compareTo(other.greatest) >= 0;
    }
}
