package io.duckboard.engine.sql.type;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.sql.type.ColumnType.ArrayOf;
import io.duckboard.engine.sql.type.ColumnType.Decimal;
import io.duckboard.engine.sql.type.ColumnType.Field;
import io.duckboard.engine.sql.type.ColumnType.ListOf;
import io.duckboard.engine.sql.type.ColumnType.MapOf;
import io.duckboard.engine.sql.type.ColumnType.Scalar;
import io.duckboard.engine.sql.type.ColumnType.Struct;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which file came first, and which were united first, decides nothing but the order of fields. */
class UnitedTypeLawsTest {

    private static final int ROUNDS = 20_000;

    private final AnyTypes types = new AnyTypes(19);

    @Test
    void uniting_isCommutative() {
        int united = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ColumnType one = types.next(3);
            ColumnType other = types.like(one);
            var forth = type(UnitedType.of(List.of(one, other)));
            var back = type(UnitedType.of(List.of(other, one)));
            assertThat(forth).as("%s with %s", one, other).isEqualTo(back);
            united += forth.isPresent() ? 1 : 0;
        }
        assertThat(united).isGreaterThan(ROUNDS / 4);
    }

    @Test
    void threeUniteInAnyOrder() {
        int united = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ColumnType one = types.next(2);
            ColumnType two = types.like(one);
            ColumnType three = types.like(one);
            var forth = type(UnitedType.of(List.of(one, two, three)));
            assertThat(forth)
                    .as("%s, %s, %s", one, two, three)
                    .isEqualTo(type(UnitedType.of(List.of(three, one, two))))
                    .isEqualTo(type(UnitedType.of(List.of(two, one, three))));
            united += forth.isPresent() ? 1 : 0;
        }
        assertThat(united).isGreaterThan(ROUNDS / 10);
    }

    /** Not always the same type: TINYINT with UTINYINT is SMALLINT, which asks for two digits more beside a DECIMAL. */
    @Test
    void twoAfterTwoHoldWhatThreeAtOnceHold() {
        int united = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ColumnType one = types.next(2);
            ColumnType two = types.like(one);
            ColumnType three = types.like(one);
            var twice =
                    type(UnitedType.of(List.of(one, two))).flatMap(first -> type(UnitedType.of(List.of(first, three))));
            if (twice.isPresent()) {
                var atOnce = type(UnitedType.of(List.of(one, two, three))).orElseThrow();
                assertThat(type(UnitedType.of(List.of(twice.get(), atOnce))))
                        .as("%s, %s, %s", one, two, three)
                        .isEqualTo(twice);
                united++;
            }
        }
        assertThat(united).isGreaterThan(ROUNDS / 10);
    }

    @Test
    void everyTypeIsReadAsItIsWritten() {
        for (int round = 0; round < ROUNDS; round++) {
            ColumnType type = types.next(4);
            assertThat(ColumnType.parse(type.sql())).isEqualTo(type);
        }
    }

    private static Optional<ColumnType> type(UnitedType united) {
        return switch (united) {
            case UnitedType.To(ColumnType type) -> Optional.of(inOrder(type));
            case UnitedType.AsText(ColumnType type) -> Optional.of(inOrder(type));
            case UnitedType.IfIntegersFit(ColumnType type) -> Optional.of(type);
            case UnitedType.IfTimesFit(ColumnType type) -> Optional.of(type);
            case UnitedType.Conflict _ -> Optional.empty();
        };
    }

    private static ColumnType inOrder(ColumnType type) {
        return switch (type) {
            case Struct(List<Field> fields) ->
                new Struct(fields.stream()
                        .map(field -> new Field(lowerCase(field.identifier()), inOrder(field.type())))
                        .sorted(comparing(Field::identifier))
                        .toList());
            case ListOf(ColumnType element) -> new ListOf(inOrder(element));
            case ArrayOf(ColumnType element, int length) -> new ArrayOf(inOrder(element), length);
            case MapOf(ColumnType key, ColumnType value) -> new MapOf(inOrder(key), inOrder(value));
            case Scalar _, Decimal _ -> type;
        };
    }

    private static String lowerCase(String identifier) {
        return identifier.startsWith("\"") ? identifier : identifier.toLowerCase(Locale.ROOT);
    }
}
