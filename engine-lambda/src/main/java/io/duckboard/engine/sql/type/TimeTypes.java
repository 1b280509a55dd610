package io.duckboard.engine.sql.type;

import io.duckboard.engine.sql.type.ColumnType.Scalar;
import io.duckboard.engine.sql.type.UnitedType.Conflict;
import io.duckboard.engine.sql.type.UnitedType.IfTimesFit;
import io.duckboard.engine.sql.type.UnitedType.To;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Unites days and times. The session's time zone is UTC, so a TIMESTAMP is the same moment with a zone. */
final class TimeTypes {

    private static final Scalar NANOSECONDS = new Scalar("TIMESTAMP_NS");
    private static final Scalar WITH_ZONE = new Scalar("TIMESTAMP WITH TIME ZONE");
    private static final Scalar TIME_WITH_ZONE = new Scalar("TIME WITH TIME ZONE");

    /** Those that count days or moments. Each holds the ones before it; that of nanoseconds is apart. */
    private static final List<Scalar> MOMENTS = List.of(
            new Scalar("DATE"),
            new Scalar("TIMESTAMP_S"),
            new Scalar("TIMESTAMP_MS"),
            new Scalar("TIMESTAMP"),
            WITH_ZONE);

    private static final Set<ColumnType> TIMES_OF_DAY = Set.of(new Scalar("TIME"), TIME_WITH_ZONE);

    private TimeTypes() {}

    static boolean isTime(ColumnType type) {
        return isMoment(type) || TIMES_OF_DAY.contains(type) || type.sql().equals("TIME_NS");
    }

    /** Empty if not all of two or more are days or moments, or all times of day. */
    static Optional<UnitedType> united(List<ColumnType> types) {
        if (TIMES_OF_DAY.containsAll(types)) {
            return Optional.of(new To(TIME_WITH_ZONE));
        }
        return types.stream().allMatch(TimeTypes::isMoment) ? Optional.of(moments(types)) : Optional.empty();
    }

    private static UnitedType moments(List<ColumnType> types) {
        if (types.contains(NANOSECONDS)) {
            return types.contains(WITH_ZONE) ? new Conflict(types) : new IfTimesFit(NANOSECONDS);
        }
        return new To(
                MOMENTS.reversed().stream().filter(types::contains).findFirst().orElseThrow());
    }

    private static boolean isMoment(ColumnType type) {
        return type.equals(NANOSECONDS) || (type instanceof Scalar scalar && MOMENTS.contains(scalar));
    }
}
