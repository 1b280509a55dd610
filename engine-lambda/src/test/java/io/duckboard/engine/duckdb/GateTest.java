package io.duckboard.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.guard.Guard;
import io.duckboard.engine.guard.KnownTables;
import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.lake.LakePaths;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a single read-only statement gets through the gate. */
class GateTest {

    private Database database;
    private DuckDBConnection connection;

    @BeforeEach
    void open(@TempDir Path temporary) throws SQLException {
        database = Database.open(new DatabaseSettings(List.of(), 2, 500, temporary, 100));
        connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "select 1;",
                "SELECT 1 ; -- done",
                "/* first */ SELECT 1",
                "-- first\nFROM range(3)",
                "FROM range(3) SELECT sum(range)",
                "VALUES (1), (2)",
                "WITH a AS (SELECT 1) SELECT * FROM a",
                "WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a WHERE n < 9) FROM a",
                "DESCRIBE SELECT 1",
                "SUMMARIZE SELECT 1",
                "SHOW TABLES",
                "SELECT 'DROP TABLE x; --'",
                "SELECT row_number() OVER (ORDER BY range) FROM range(3) QUALIFY row_number() OVER () = 1",
            })
    void letsThroughWhatOnlyReads(String sql) {
        assertThat(Judge.allowed(sql)).satisfies(allowed -> {
            assertThat(allowed.sql()).isEqualTo(sql);
            assertThat(allowed.form()).isEqualTo(Verdict.Form.SELECT);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a INTEGER)",
                "CREATE OR REPLACE MACRO sum(x) AS 0",
                "CREATE OR REPLACE VIEW trips AS SELECT 1",
                "CREATE SECRET s (TYPE s3)",
                "INSERT INTO t VALUES (1)",
                "UPDATE t SET a = 1",
                "DELETE FROM t",
                "DROP TABLE t",
                "COPY (SELECT 1) TO 'x.csv'",
                "EXPORT DATABASE 'x'",
                "ATTACH 'x.db'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET memory_limit = '1TB'",
                "RESET memory_limit",
                "PRAGMA version",
                "CALL range(3)",
                "PREPARE p AS SELECT 1",
                "EXECUTE p",
                "BEGIN TRANSACTION",
                "COMMIT",
                "CHECKPOINT",
                "VACUUM",
                "USE memory",
                "SELECT 1; SELECT 2",
                "SELECT 1; DROP TABLE t",
                "SELECT 1\0; DROP TABLE t",
            })
    void refusesAllElse(String sql) {
        assertThat(refusal(sql).code()).isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- nothing", ";", "/* nothing */ ;;"})
    void saysWhenThereIsNothingToRun(String sql) {
        assertThat(refusal(sql).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void pointsAtASyntaxError() {
        Problem problem = refusal("SELECT n FROM WHERE n = 1");

        assertThat(problem.code()).isEqualTo(ErrorCode.SYNTAX);
        assertThat(problem.position()).hasValue("SELECT n FROM ".length());
    }

    private Verdict judge(String sql) {
        return new Guard(new DuckDbParser(connection), new LakePaths(LakeLocation.parse("s3://lake")), KnownTables.NONE)
                .judge(sql, Set.of());
    }

    private Problem refusal(String sql) {
        return switch (judge(sql)) {
            case Verdict.Refused(Problem problem) -> problem;
            case Verdict.Allowed allowed -> throw new AssertionError("let through: " + allowed.sql());
        };
    }
}
