package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Parameter;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values are bound with their types and never pasted into the SQL. */
class ParametersTest {

    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        engine = new InProcess(new TestLake(folder).table("numbers", "SELECT range AS n FROM range(9)"), temporary);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            VARCHAR,   it's $1; --,          VARCHAR,        it's $1; --
            BOOLEAN,   TRUE,                 BOOLEAN,        true
            BIGINT,    -9223372036854775808, BIGINT,         -9223372036854775808
            DOUBLE,    1e3,                  DOUBLE,         1000.0
            DECIMAL,   12.30,                'DECIMAL(4,2)', 12.30
            DATE,      2019-04-01,           DATE,           2019-04-01
            DATE,      +5881580-07-10,       DATE,           5881580-07-10
            DATE,      0001-01-01,           DATE,           0001-01-01
            DATE,      1582-10-10,           DATE,           1582-10-10
            DATE,      1582-10-15,           DATE,           1582-10-15
            TIMESTAMP, 1582-10-10 01:02:03,  TIMESTAMP,      1582-10-10 01:02:03
            TIMESTAMP, +294247-01-10 04:00:54, TIMESTAMP,    294247-01-10 04:00:54
            TIMESTAMP, 2019-04-01 12:30:00,  TIMESTAMP,      2019-04-01 12:30:00
            TIMESTAMP, 2019-04-01T12:30:00,  TIMESTAMP,      2019-04-01 12:30:00
            VARCHAR_LIST, '["a","b"]',   VARCHAR[],      '[a, b]'
            VARCHAR_LIST, '[]',              VARCHAR[],      []
            BIGINT_LIST, '[1,-2]',           BIGINT[],       '[1, -2]'
            DOUBLE_LIST, '[1.5,2]',          DOUBLE[],       '[1.5, 2.0]'
            """)
    void bindsEachType(Parameter.Type type, String value, String duckDbType, String text) {
        Answer.Rows answer = engine.rows(
                Query.of("SELECT $x AS x, $x::VARCHAR AS text").parameters(Map.of("x", new Parameter(type, value))));

        assertThat(answer.metadata().columns().getFirst().type()).isEqualTo(duckDbType);
        assertThat(answer.rows().getFirst().getLast()).isEqualTo(text);
    }

    @Test
    void bindsNull() {
        assertThat(rows("SELECT $x::DATE", "x", new Parameter(Parameter.Type.DATE, null)))
                .containsExactly(Arrays.asList((Object) null));
    }

    @Test
    void bindsSeveralValuesAsAListToUnnest() {
        assertThat(rows(
                        "SELECT n FROM numbers WHERE $x IS NULL OR n IN (SELECT unnest($x)) ORDER BY n",
                        "x",
                        Parameter.list(Parameter.Type.BIGINT_LIST, List.of(3, 5))))
                .containsExactly(List.of(3), List.of(5));
        assertThat(rows("SELECT unnest($x)", "x", Parameter.list(Parameter.Type.VARCHAR_LIST, List.of("it's $1; --"))))
                .containsExactly(List.of("it's $1; --"));
        assertThat(rows(
                        "SELECT count(*) FROM numbers WHERE $x IS NULL OR n IN (SELECT unnest($x))",
                        "x",
                        new Parameter(Parameter.Type.BIGINT_LIST, null)))
                .containsExactly(List.of(9));
    }

    @Test
    void bindsByNameWhateverTheOrder() {
        Query query = Query.of(
                        "SELECT n, $last - $first FROM numbers WHERE n BETWEEN $first AND $last ORDER BY n LIMIT 1")
                .parameters(Map.of(
                        "last",
                        new Parameter(Parameter.Type.BIGINT, "7"),
                        "first",
                        new Parameter(Parameter.Type.BIGINT, "3")));

        assertThat(engine.rows(query).rows()).containsExactly(List.of(3, 4));
    }

    @Test
    void explainsWithValues() {
        assertThat(rows(
                        "EXPLAIN ANALYZE SELECT n FROM numbers WHERE n > $least",
                        "least",
                        new Parameter(Parameter.Type.BIGINT, "3")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, yes, true or false",
        "BIGINT, 1.5, 42",
        "BIGINT_LIST, 7, JSON array",
        "BIGINT_LIST, [null], JSON array",
        "DOUBLE_LIST, [x], JSON array",
        "DOUBLE, x, 4.2",
        "DECIMAL, 1e50, 38 digits",
        "DECIMAL, 1234567890123456789012345678901234567890, 38 digits",
        "DECIMAL, 1e-39, 38 digits",
        "DATE, 01.04.2019, 2019-04-01",
        "DATE, 2019-02-30, 2019-04-01",
        "TIMESTAMP, 2019-04-01, 12:30:00",
        "DATE, +999999999-12-31, 2019-04-01",
        "DATE, -999999999-01-01, 2019-04-01",
        "DATE, +5881580-07-11, from the year 1",
        "DATE, 0000-12-31, from the year 1",
        "TIMESTAMP, -999999999-01-01T00:00:00, 12:30:00",
        "TIMESTAMP, +294247-01-10T04:00:55, to 294247"
    })
    void saysWhatItExpected(Parameter.Type type, String value, String expected) {
        Problem problem = problem("SELECT $from", Map.of("from", new Parameter(type, value)));

        assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(problem.message()).contains("'from'", type.name(), expected);
    }

    @Test
    void pointsIntoTheCallersText() {
        Problem problem = problem(
                "SELECT 'é', $from, nosuch FROM numbers",
                Map.of("from", new Parameter(Parameter.Type.DATE, "2019-04-01")));

        assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
        assertThat(problem.position()).hasValue("SELECT 'é', $from, ".length());
    }

    @Test
    void pointsIntoTheCallersTextWhereTheEngineCastsValues() {
        String sql = "SELECT [TIME '24:00:00'], $from, ";
        Parameter text = new Parameter(Parameter.Type.VARCHAR, "x");

        assertThat(problem(sql + "nosuch FROM numbers", Map.of("from", text)).position())
                .hasValue(sql.length());
        assertThat(problem(sql + "CAST($from AS DATE)", Map.of("from", text)).position())
                .hasValue(sql.length());
    }

    private List<List<@Nullable Object>> rows(String sql, String name, Parameter value) {
        return engine.rows(Query.of(sql).parameters(Map.of(name, value))).rows();
    }

    private Problem problem(String sql, Map<String, Parameter> values) {
        return switch (engine.ask(Query.of(sql).parameters(values))) {
            case Answer.Exported exported -> throw new AssertionError("written: " + exported.file());
            case Answer.Unchanged unchanged -> throw new AssertionError("unchanged");
            case Answer.Failed failed -> failed.problem();
            case Answer.Rows rows -> throw new AssertionError("answered: " + rows.rows());
        };
    }
}
