package io.duckboard.sqlpage.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.Vocabulary;
import io.duckboard.engine.protocol.Parameter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed becomes a value of a type that keeps it, or a sentence says what to type. */
class ParameterKindTest {

    private static final Vocabulary TAXIS = new Vocabulary(
            List.of(),
            List.of(),
            List.of(),
            List.of(new Vocabulary.Table(
                    "trips",
                    List.of(
                            new Vocabulary.Column("pickup_at", "TIMESTAMP"),
                            new Vocabulary.Column("fare_amount", "DECIMAL(10,2)"),
                            new Vocabulary.Column("from", "VARCHAR")))));

    @ParameterizedTest
    @CsvSource({
        "TEXT, 'it''s ', VARCHAR, 'it''s '",
        "NUMBER, ' 42 ', BIGINT, 42",
        "NUMBER, +7, BIGINT, 7",
        "NUMBER, 9223372036854775807, BIGINT, 9223372036854775807",
        "NUMBER, 9223372036854775808, DECIMAL, 9223372036854775808",
        "NUMBER, 0.10, DECIMAL, 0.10",
        "NUMBER, -.5, DECIMAL, -0.5",
        "NUMBER, 1e3, DOUBLE, 1000.0",
        "NUMBER, 123456789012345678901234567890123456789, DOUBLE, 1.2345678901234568E38",
        "DATE, 2019-04-01, DATE, 2019-04-01",
        "TIMESTAMP, 2019-04-01, TIMESTAMP, 2019-04-01T00:00",
        "TIMESTAMP, 2019-04-01 12:30, TIMESTAMP, 2019-04-01T12:30",
        "TIMESTAMP, 2019-04-01T12:30:01.5, TIMESTAMP, 2019-04-01T12:30:01.500",
        "BOOLEAN, TRUE, BOOLEAN, true",
        "LIST, '[\"a\", \"it''s\"]', VARCHAR_LIST, '[\"a\",\"it''s\"]'",
        "LIST, '[1, 2]', BIGINT_LIST, '[1,2]'",
        "LIST, '[1, 2.5]', DOUBLE_LIST, '[1,2.5]'",
        "LIST, [], VARCHAR_LIST, []"
    })
    void takesWhatIsTyped(ParameterKind kind, String typed, Parameter.Type type, String value) {
        assertThat(kind.read("x", typed)).isEqualTo(new ParameterReading.Bound(new Parameter(type, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, '1,000', '“1,000” is not a number such as 42 or 4.2.'",
        "NUMBER, 1e999, '“1e999” is not a number such as 42 or 4.2.'",
        "NUMBER, NaN, '“NaN” is not a number such as 42 or 4.2.'",
        "DATE, 1.4.2019, '“1.4.2019” is not a date such as 2019-04-01.'",
        "DATE, 2019-02-30, '“2019-02-30” is not a date such as 2019-04-01.'",
        "TIMESTAMP, noon, '“noon” is not a date and time such as 2019-04-01 12:30.'",
        "BOOLEAN, yes, '“yes” is not true or false.'",
        "LIST, 7, '“7” is not a JSON array of texts or numbers such as [\"a\", \"b\"] or [1, 2].'",
        "LIST, '[1, \"a\"]', '“[1, \"a\"]” is not a JSON array of texts or numbers such as [\"a\", \"b\"] or [1, 2].'",
        "TEXT, '', 'Give $x a value.'",
        "DATE, '  ', 'Give $x a value.'"
    })
    void saysWhatToTypeInstead(ParameterKind kind, String typed, String message) {
        assertThat(kind.read("x", typed)).isEqualTo(new ParameterReading.Refused(message));
    }

    @ParameterizedTest
    @CsvSource({
        "pickup_at >= $x, TIMESTAMP",
        "fare_amount < $x, NUMBER",
        "$x = \"from\", TEXT",
        "other = $from, DATE",
        "$start_date, DATE",
        "$picked_at, TIMESTAMP",
        "LIMIT $n, NUMBER",
        "$min_fare, NUMBER",
        "$is_paid, BOOLEAN",
        "$zone, TEXT",
        "$x::TIMESTAMP, TIMESTAMP",
        "$x::BIGINT, NUMBER",
        "$x::INTERVAL, TEXT"
    })
    void isGuessed(String sql, ParameterKind kind) {
        SqlParameter parameter = SqlParameters.of(sql).named().getFirst();

        assertThat(ParameterKind.guess(parameter, TAXIS)).isEqualTo(kind);
    }

    @Test
    void bindsNullWhereThatIsChosen() {
        var entry = new ParameterEntry("x", ParameterKind.DATE, Optional.empty());

        assertThat(entry.read()).isEqualTo(new ParameterReading.Bound(new Parameter(Parameter.Type.DATE, null)));
    }
}
