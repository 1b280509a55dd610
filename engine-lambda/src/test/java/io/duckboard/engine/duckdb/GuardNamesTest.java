package io.duckboard.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.guard.KnownTables;
import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.protocol.ErrorCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of the lake can be read by its name, whatever that is. A name without a table never opens a file. */
class GuardNamesTest {

    private static final KnownTables KNOWN = "csv"::equalsIgnoreCase;

    @ParameterizedTest
    @ValueSource(strings = {"main.csv", "MAIN.Csv", "memory.csv", "memory.main.csv", "\"main\".\"CSV\""})
    void letsAKnownTableThrough(String name) {
        assertThat(Judge.judge(KNOWN, "FROM " + name)).isInstanceOf(Verdict.Allowed.class);
        assertThat(Judge.judge(KnownTables.NONE, "FROM " + name)).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "temp.csv",
                "pg_catalog.csv",
                "temp.main.csv",
                "memory.pg_catalog.csv",
                "other.csv",
                "\"/etc\".csv"
            })
    void knowsItWhereItIsAlone(String name) {
        assertThat(Judge.judge(KNOWN, "FROM " + name)).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "FROM other.numbers, There is no schema other.",
        "FROM other.main.numbers, There is no schema other.main.",
        "FROM memory.other.numbers, There is no schema memory.other."
    })
    void saysWhichSchemaThereIsNot(String sql, String message) {
        var problem = Judge.refusal(sql);

        assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
        assertThat(problem.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 | SELECT 1",
                "SELECT 1; | SELECT 1",
                "SELECT ';' ; ; -- ; | SELECT ';'",
                "SELECT 1 /* ; */ ;; | SELECT 1",
                "FROM range(3) -- of three | FROM range(3)"
            })
    void standsInAnotherStatementWithoutItsEnd(String sql, String subquery) {
        assertThat(Judge.allowed(sql).subquery()).contains(subquery);
    }

    @Test
    void standsInNoOtherAsAnExplainOrAPivotThatFindsItsColumns() {
        assertThat(Judge.allowed("EXPLAIN SELECT 1").subquery()).isEqualTo(Optional.empty());
        assertThat(Judge.allowed("PIVOT numbers ON n").subquery()).isEqualTo(Optional.empty());
    }

    @Test
    void mayPivotWithAllThatItsTextHas() {
        for (String sql : new String[] {
            "WITH a AS (SELECT 1 AS n, 2 AS m) PIVOT a ON n, m USING sum(n)",
            "PIVOT numbers ON n IN (1), m USING sum(n) GROUP BY m",
            "PIVOT (SELECT [1, 2] AS l, {a: 1} AS s) ON l USING count(*)",
            "PIVOT numbers ON n GROUP BY m ORDER BY m LIMIT 1;"
        }) {
            assertThat(Judge.allowed(sql).sql()).isEqualTo(sql);
        }
    }
}
