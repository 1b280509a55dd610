package io.duckboard.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.guard.Reads;
import io.duckboard.engine.guard.Reads.Other;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard says of a statement what it reads, whatever part of it reads it. */
class GuardReadsTest {

    @Test
    void namesEveryTable() {
        assertThat(reads(
                                "WITH a AS (FROM Trips) SELECT (SELECT max(n) FROM days), * FROM a JOIN main.\"zones\" USING (id)"
                                        + " WHERE EXISTS (FROM letters UNION ALL FROM numbers)")
                        .tables())
                .containsExactlyInAnyOrder("trips", "days", "a", "zones", "letters", "numbers");
        assertThat(reads("PIVOT trips ON zone IN ('a', 'b') USING sum(fare)").tables())
                .containsExactly("trips");
        assertThat(reads("PIVOT trips ON zone USING sum(fare)").tables()).contains("trips");
    }

    @Test
    void namesEveryFunction() {
        assertThat(reads(
                                "SELECT Upper(a) || 'x', -b FROM t WHERE f_ilter(list_transform(l, x -> x % 2)) QUALIFY row_number() OVER (ORDER BY c) = 1"
                                        + " ORDER BY random()")
                        .functions())
                .contains("upper", "||", "-", "list_transform", "%", "random", "row_number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "current_catalog",
                "current_date",
                "current_role",
                "current_schema",
                "current_time",
                "CURRENT_TIMESTAMP",
                "current_user",
                "localtime",
                "localtimestamp",
                "session_user",
                "user",
            })
    void takesNamesForFunctionsThatDuckDbCallsWithoutParentheses(String name) {
        assertThat(reads("SELECT " + name).functions()).hasSize(1);
        assertThat(reads("SELECT t." + name + " FROM t").functions()).isEmpty();
        assertThat(reads("SELECT " + name).areRepeatable()).isFalse();
    }

    @Test
    void saysWhetherItReadsFiles() {
        String file = "'" + Judge.LAKE + "/d/x.parquet'";
        assertThat(reads("FROM " + file).others()).containsExactly(Other.FILES);
        assertThat(reads("FROM read_parquet(" + file + ")").others()).containsExactly(Other.FILES);
        assertThat(reads("FROM t").others()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHOW TABLES",
                "DESCRIBE t",
                "SUMMARIZE t",
                "EXPLAIN FROM t",
                "FROM duckdb_tables()",
                "FROM information_schema.tables",
                "FROM lake.tables",
                "FROM duckdb_tables",
                "FROM pg_class",
                "FROM \"DuckDB_columns\"",
                "FROM system.main.duckdb_columns",
            })
    void saysWhetherItReadsWhatTheSystemKnows(String sql) {
        assertThat(reads(sql).others()).containsExactly(Other.SYSTEM);
        assertThat(reads(sql).areOfNothing()).isFalse();
        assertThat(reads(sql).areRepeatable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FROM t TABLESAMPLE 10%", "FROM t USING SAMPLE 3", "FROM (FROM t USING SAMPLE 1%)"})
    void saysWhetherItDrawsASample(String sql) {
        assertThat(reads(sql).others()).containsExactly(Other.SAMPLE);
        assertThat(reads(sql).areRepeatable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT sum(range) FROM range(3)",
                "SELECT unnest([1, 2])",
                "FROM generate_series(1, 3)",
                "VALUES (1)",
                "FROM repeat(1, 2)",
            })
    void readsNothingIfItNamesNoTable(String sql) {
        assertThat(reads(sql).areOfNothing()).isTrue();
        assertThat(reads(sql).areRepeatable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FROM t", "FROM 'lake/d/x.parquet'", "SHOW TABLES"})
    void readsSomethingOtherwise(String sql) {
        String placed = sql.replace("lake/", Judge.LAKE + "/");
        assertThat(reads(placed).areOfNothing()).isFalse();
    }

    @Test
    void joinsWhatTwoStatementsRead() {
        assertThat(reads("SELECT now() FROM a").and(reads("SELECT abs(1) FROM b USING SAMPLE 1")))
                .isEqualTo(new Reads(Set.of("a", "b"), Set.of("now", "abs"), Set.of(Other.SAMPLE)));
    }

    private static Reads reads(String sql) {
        return Judge.allowed(sql).reads();
    }
}
