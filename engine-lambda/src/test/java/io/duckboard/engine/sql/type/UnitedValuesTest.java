package io.duckboard.engine.sql.type;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.sql.type.UnitedType.AsText;
import io.duckboard.engine.sql.type.UnitedType.IfIntegersFit;
import io.duckboard.engine.sql.type.UnitedType.IfTimesFit;
import io.duckboard.engine.sql.type.UnitedType.To;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * DuckDB casts the extreme values of a column to the united type and back, and they are the same values. TIMESTAMP_S is
 * missing, since DuckDB casts to it from TIMESTAMP alone.
 */
class UnitedValuesTest {

    /** Times beyond these are no less exact, but DuckDB refuses some, and never answers wrongly. */
    private static final List<String> MOMENTS = List.of("-4000-01-01", "1582-10-10", "1969-12-31", "9999-12-31");

    private static final Map<String, List<String>> EXTREMES = Map.ofEntries(
            entry("\"NULL\"", List.of()),
            entry("BOOLEAN", List.of("true", "false")),
            entry("TINYINT", List.of("-128", "127")),
            entry("UTINYINT", List.of("0", "255")),
            entry("SMALLINT", List.of("-32768", "32767")),
            entry("USMALLINT", List.of("0", "65535")),
            entry("INTEGER", List.of("-2147483648", "2147483647")),
            entry("UINTEGER", List.of("0", "4294967295")),
            entry("BIGINT", List.of("-9223372036854775808", "9223372036854775807", "9007199254740993")),
            entry("UBIGINT", List.of("0", "18446744073709551615")),
            entry(
                    "HUGEINT",
                    List.of("-170141183460469231731687303715884105728", "170141183460469231731687303715884105727")),
            entry("UHUGEINT", List.of("0", "340282366920938463463374607431768211455")),
            entry("FLOAT", List.of("3.4028235e38", "1.1754944e-38", "1e-45", "0.1", "-0.0", "16777215", "nan", "-inf")),
            entry("DOUBLE", List.of("1.7976931348623157e308", "5e-324", "0.1", "-0.0", "nan", "inf")),
            entry("DECIMAL(4,1)", List.of("-999.9", "999.9", "0.1")),
            entry("DECIMAL(9,9)", List.of("0.999999999", "0.000000001")),
            entry("DECIMAL(15,6)", List.of("-999999999.999999", "999999999.999999", "123456789.012345")),
            entry("DECIMAL(18,0)", List.of("999999999999999999")),
            entry("DECIMAL(38,2)", List.of("-" + "9".repeat(36) + ".99", "9".repeat(36) + ".99")),
            entry("DATE", MOMENTS),
            entry("TIMESTAMP_MS", List.of("1582-10-10 23:59:59.999", "9999-12-31 23:59:59.999")),
            entry("TIMESTAMP", List.of("1969-12-31 23:59:59.999999", "9999-12-31 23:59:59.999999", "infinity")),
            entry("TIMESTAMP_NS", List.of("1677-09-22 00:00:00", "2262-04-11 23:47:16.854775806")),
            entry("TIMESTAMP WITH TIME ZONE", List.of("1582-10-10 12:00:00+00", "9999-12-31 23:59:59.999999+00")),
            entry("TIME", List.of("00:00:00", "23:59:59.999999", "24:00:00")),
            entry("TIME WITH TIME ZONE", List.of("00:00:00+15:59:59", "24:00:00-15:59:59")),
            entry("TIME_NS", List.of("23:59:59.999999999")),
            entry("INTERVAL", List.of("-1 month 3 days 00:00:00.000001")),
            entry("UUID", List.of("00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff")),
            entry("BIT", List.of("0", "0101")),
            entry("BIGNUM", List.of("-" + "9".repeat(60))),
            entry("VARCHAR", List.of("", "ä")),
            entry("ENUM('a', 'ä')", List.of("ä")),
            entry("JSON", List.of("{\"a\": 1.0}")),
            entry("BLOB", List.of("\\x00")));

    private static Connection duckDb;

    @BeforeAll
    static void open() throws SQLException {
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = duckDb.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        duckDb.close();
    }

    @Test
    void ofScalars() throws SQLException {
        checkPairs("%s", "%s");
    }

    @Test
    void ofLists() throws SQLException {
        checkPairs("%s[]", "[%s]");
    }

    @Test
    void ofStructuresInMaps() throws SQLException {
        checkPairs("MAP(INTEGER, STRUCT(a %s, b DATE))", "MAP {1: {'a': %s, 'b': NULL}}");
    }

    @Test
    void integersFitUpToTheLimitOnly() throws SQLException {
        String exact = "SELECT %1$d::BIGINT::DOUBLE::BIGINT = %1$d";
        assertThat(rows(exact.formatted(IfIntegersFit.LARGEST))).containsExactly("true");
        assertThat(rows(exact.formatted(-IfIntegersFit.LARGEST))).containsExactly("true");
        assertThat(rows(exact.formatted(IfIntegersFit.LARGEST + 1))).containsExactly("false");
    }

    @Test
    void timesFitBetweenTheLimitsOnly() throws SQLException {
        String text = "SELECT (TIMESTAMP '%s' %s)::TIMESTAMP_NS::VARCHAR";
        assertThat(rows(text.formatted(IfTimesFit.FIRST, ""))).containsExactly("1677-09-22 00:00:00");
        assertThat(rows(text.formatted(IfTimesFit.LAST, ""))).containsExactly("2262-04-11 23:47:16.854775");
        assertThatThrownBy(() -> rows(text.formatted(IfTimesFit.FIRST, "- INTERVAL '1us'")))
                .hasMessageContaining("out of range");
        assertThatThrownBy(() -> rows(text.formatted(IfTimesFit.LAST, "+ INTERVAL '1us'")))
                .hasMessageContaining("Could not convert");
    }

    private static void checkPairs(String type, String value) throws SQLException {
        var changed = new LinkedHashSet<String>();
        for (var one : EXTREMES.entrySet()) {
            String own = type.formatted(one.getKey());
            for (String other : EXTREMES.keySet()) {
                Optional<String> united = lossless(
                        UnitedType.of(List.of(ColumnType.parse(own), ColumnType.parse(type.formatted(other)))));
                for (String extreme : united.isPresent() ? one.getValue() : List.<String>of()) {
                    String before = value.formatted("'" + extreme + "'::" + one.getKey()) + "::" + own;
                    changed.add("SELECT '%s as %s' WHERE %s::%s::%s::VARCHAR IS DISTINCT FROM %s::VARCHAR"
                            .formatted(quoted(before), quoted(united.get()), before, united.get(), own, before));
                }
            }
        }
        assertThat(changed).hasSizeGreaterThan(200);
        assertThat(rows(String.join(" UNION ALL ", changed))).isEmpty();
    }

    private static Optional<String> lossless(UnitedType united) {
        return switch (united) {
            case To(ColumnType type) -> Optional.of(type.sql());
            case AsText(ColumnType type) -> Optional.of(type.sql());
            case IfIntegersFit _, IfTimesFit _, UnitedType.Conflict _ -> Optional.empty();
        };
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }

    private static List<String> rows(String sql) throws SQLException {
        try (var statement = duckDb.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
