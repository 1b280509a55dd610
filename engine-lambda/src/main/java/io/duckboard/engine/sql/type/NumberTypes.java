package io.duckboard.engine.sql.type;

import io.duckboard.engine.sql.type.ColumnType.Decimal;
import io.duckboard.engine.sql.type.ColumnType.Scalar;
import io.duckboard.engine.sql.type.UnitedType.Conflict;
import io.duckboard.engine.sql.type.UnitedType.IfIntegersFit;
import io.duckboard.engine.sql.type.UnitedType.To;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Unites numbers without a change of any value. */
final class NumberTypes {

    private static final Scalar FLOAT = new Scalar("FLOAT");
    private static final Scalar DOUBLE = new Scalar("DOUBLE");

    /** The bits that IEEE 754 has for the digits of a number. */
    private static final int BITS_OF_FLOAT = 24;

    private static final int BITS_OF_DOUBLE = 53;

    /** Every decimal number of so many digits can be told again from the DOUBLE next to it. */
    private static final int DIGITS_OF_DOUBLE = 15;

    private final List<ColumnType> all;
    private final List<IntegerType> integers = new ArrayList<>();
    private final List<Decimal> decimals = new ArrayList<>();
    private final Set<Scalar> floating = new HashSet<>();

    private NumberTypes(List<ColumnType> all) {
        this.all = all;
        for (ColumnType type : all) {
            switch (type) {
                case Decimal decimal -> decimals.add(decimal);
                case Scalar scalar when isFloating(scalar) -> floating.add(scalar);
                default -> integers.add(IntegerType.of(type).orElseThrow());
            }
        }
    }

    static boolean isNumber(ColumnType type) {
        return type instanceof Decimal
                || isFloating(type)
                || IntegerType.of(type).isPresent();
    }

    /** Empty if not all are numbers. */
    static Optional<UnitedType> united(List<ColumnType> types) {
        return types.stream().allMatch(NumberTypes::isNumber)
                ? Optional.of(new NumberTypes(types).united())
                : Optional.empty();
    }

    private UnitedType united() {
        if (!floating.isEmpty()) {
            return floatingPoint();
        }
        return decimals.isEmpty() ? integer() : decimal();
    }

    private UnitedType integer() {
        return IntegerType.smallestOf(integers)
                .<UnitedType>map(smallest -> new To(smallest.type()))
                .orElseGet(() -> new Conflict(all));
    }

    private UnitedType decimal() {
        int scale = decimals.stream().mapToInt(Decimal::scale).max().orElseThrow();
        int before = Stream.concat(
                        decimals.stream().map(Decimal::digitsBeforePoint),
                        integers.stream().map(IntegerType::digits))
                .mapToInt(Integer::intValue)
                .max()
                .orElseThrow();
        return before + scale <= Decimal.MOST_DIGITS ? new To(new Decimal(before + scale, scale)) : new Conflict(all);
    }

    private UnitedType floatingPoint() {
        if (decimals.stream().anyMatch(decimal -> decimal.precision() > DIGITS_OF_DOUBLE)) {
            return new Conflict(all);
        }
        if (decimals.isEmpty() && !floating.contains(DOUBLE) && integersFitIn(BITS_OF_FLOAT)) {
            return new To(FLOAT);
        }
        return integersFitIn(BITS_OF_DOUBLE) ? new To(DOUBLE) : new IfIntegersFit(DOUBLE);
    }

    private boolean integersFitIn(int bits) {
        return integers.stream().allMatch(integer -> integer.fitsInBits(bits));
    }

    private static boolean isFloating(ColumnType type) {
        return type.equals(FLOAT) || type.equals(DOUBLE);
    }
}
