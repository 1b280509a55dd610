package io.duckboard.engine.sql.type;

import static java.util.stream.Collectors.joining;

import io.duckboard.engine.sql.type.ColumnType.ArrayOf;
import io.duckboard.engine.sql.type.ColumnType.ListOf;
import io.duckboard.engine.sql.type.ColumnType.MapOf;
import io.duckboard.engine.sql.type.ColumnType.Scalar;
import io.duckboard.engine.sql.type.ColumnType.Struct;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;

/** The type that a column of several files has, each of which gives it a type of its own. */
public sealed interface UnitedType {

    /** A type that holds every value of all of them unchanged. */
    record To(ColumnType type) implements UnitedType {}

    /** VARCHAR, alone or nested, that holds as text what is a number, a time or the like in other files. */
    record AsText(ColumnType type) implements UnitedType {}

    /** DOUBLE, which holds every value unchanged if no integer lies beyond ±{@link #LARGEST}. */
    record IfIntegersFit(ColumnType type) implements UnitedType {

        /** Up to here a DOUBLE holds every integer: it has 53 bits for the digits. */
        public static final long LARGEST = 1L << 53;
    }

    /** TIMESTAMP_NS, which holds every value unchanged if none lies outside {@link #FIRST} to {@link #LAST}. */
    record IfTimesFit(ColumnType type) implements UnitedType {

        /** DuckDB takes no day that lies only partly within 64 bits of nanoseconds. */
        public static final LocalDateTime FIRST = LocalDateTime.of(1677, 9, 22, 0, 0);

        /** The last full microsecond within 64 bits of nanoseconds since 1970. */
        public static final LocalDateTime LAST = LocalDateTime.of(2262, 4, 11, 23, 47, 16, 854_775_000);
    }

    /**
     * No type holds them all.
     *
     * @param field the names of the fields that lead to the place, empty if it is not in a structure
     * @param types those that do not unite there, two or more
     */
    record Conflict(List<String> field, List<ColumnType> types) implements UnitedType {

        public Conflict {
            field = List.copyOf(field);
            types = List.copyOf(types);
        }

        Conflict(List<ColumnType> types) {
            this(List.of(), types);
        }

        /** {@code BIGINT and DATE in address.city} */
        @Override
        public String toString() {
            String all = types.stream().map(ColumnType::sql).collect(joining(" and "));
            return field.isEmpty() ? all : all + " in " + String.join(".", field);
        }
    }

    /**
     * How the types of a column unite, given those of all files at once: text and BIGINT and DATE are text, though BIGINT
     * and DATE alone are nothing. Their order decides nothing but the order of a structure's fields and the case of their
     * names, where the first counts. {@link ColumnType#NULL} unites with everything, and remains if there is nothing else.
     */
    static UnitedType of(Collection<ColumnType> types) {
        List<ColumnType> known = types.stream()
                .filter(type -> !type.equals(ColumnType.NULL))
                .distinct()
                .toList();
        if (known.isEmpty()) {
            return new To(ColumnType.NULL);
        }
        if (known.size() == 1) {
            return new To(known.getFirst());
        }
        return switch (known.getFirst()) {
            case Struct _ -> NestedTypes.structs(known);
            case MapOf _ -> NestedTypes.maps(known);
            case ListOf _, ArrayOf _ -> NestedTypes.lists(known);
            case Scalar _, ColumnType.Decimal _ ->
                TextTypes.united(known)
                        .or(() -> NumberTypes.united(known))
                        .or(() -> TimeTypes.united(known))
                        .orElseGet(() -> new Conflict(known));
        };
    }
}
