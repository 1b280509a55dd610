package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.DuckDb;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading a whole answer back gives the values that the query returned. */
class ExportedTypesTest {

    /** Each value and its type are the same in the file as in the query. */
    static final List<String> KEPT = List.of(
            "12345678901234567890123456789.012345678::DECIMAL(38,9)",
            "(-9223372036854775808)::BIGINT",
            "9223372036854775807::BIGINT",
            "18446744073709551615::UBIGINT",
            "255::UTINYINT",
            "'nan'::DOUBLE",
            "'-infinity'::DOUBLE",
            "0.1::DOUBLE",
            "0.1::FLOAT",
            "DATE '0044-03-15 (BC)'",
            "DATE 'infinity'",
            "TIME '12:34:56.123456'",
            "TIME '24:00:00'",
            "TIMESTAMP '2019-03-31 02:30:00.123456'",
            "TIMESTAMP '-infinity'",
            "TIMESTAMP_NS '2019-04-01 12:00:00.123456789'",
            "TIMESTAMPTZ '2019-04-01 12:00:00.123456+02'",
            "UUID '8a6e0804-2bd0-4672-b79d-d97027f9071a'",
            "'a\\x00\\xFF'::BLOB",
            "true",
            "NULL::BOOLEAN",
            "NULL::VARCHAR",
            "''",
            "'it''s \"q\", \\ é😀' || chr(10) || chr(13) || chr(9)",
            "'{\"a\": [1]}'::JSON",
            "[1, NULL, 3]",
            "{'a': 1.50::DECIMAL(3,2), 'b': [TIMESTAMP '2019-04-01 01:02:03']}",
            "MAP {'k': 1, 'l': NULL}");

    /** Each has another type in the file, which holds the full value. */
    static Stream<Arguments> widened() {
        return Stream.of(
                Arguments.of("99999999999999999999999999999999999999::HUGEINT", "DECIMAL(38,0)"),
                Arguments.of("[-99999999999999999999999999999999999999::HUGEINT]", "DECIMAL(38,0)[]"),
                Arguments.of("MAP {1::UHUGEINT: 2::HUGEINT}", "MAP(DECIMAL(38,0), DECIMAL(38,0))"),
                Arguments.of(
                        "{'HUGEINT': 1, 'INTERVAL ': 2::HUGEINT}",
                        "STRUCT(HUGEINT INTEGER, \"INTERVAL \" DECIMAL(38,0))"),
                Arguments.of("INTERVAL '1 month 2 days 03:04:05.678901'", "VARCHAR"),
                Arguments.of("INTERVAL '-3 seconds'", "VARCHAR"),
                Arguments.of("{'i': [INTERVAL '-1 month']}", "STRUCT(i VARCHAR[])"),
                Arguments.of("'0101'::BIT", "VARCHAR"),
                Arguments.of("'b'::ENUM('a', 'b')", "VARCHAR"),
                Arguments.of("'123456789012345678901234567890123456789012345'::BIGNUM", "VARCHAR"),
                Arguments.of("array_value(1, 2)", "INTEGER[]"),
                Arguments.of("TIMESTAMP_S '2019-04-01 12:00:00'", "TIMESTAMP"),
                Arguments.of("NULL", "INTEGER"));
    }

    static Stream<String> all() {
        return Stream.concat(KEPT.stream(), widened().map(widened -> (String) widened.get()[0]));
    }

    @TempDir
    private static Path folder;

    private static InProcess engine;

    @BeforeAll
    static void open(@TempDir Path temporary) {
        engine = new InProcess(new TestLake(folder), temporary);
    }

    @ParameterizedTest
    @FieldSource("KEPT")
    void parquetKeepsValueAndType(String expression) {
        Path file = written(expression, new Export.Parquet());

        assertThat(DuckDb.rows("SELECT typeof(v), v::VARCHAR FROM '" + file + "'"))
                .isEqualTo(DuckDb.rows("SELECT typeof(v), v::VARCHAR FROM (SELECT " + expression + " AS v)"));
    }

    @ParameterizedTest
    @MethodSource("widened")
    void parquetKeepsTheValueInATypeItKnows(String expression, String type) {
        Path file = written(expression, new Export.Parquet());

        assertThat(DuckDb.rows("SELECT typeof(v) FROM '" + file + "'")).containsExactly(List.of(type));
        assertThat(DuckDb.rows("SELECT v IS NOT DISTINCT FROM w FROM (SELECT CAST(v AS VARCHAR) AS v FROM '" + file
                        + "'), (SELECT CAST(" + expression + " AS VARCHAR) AS w)"))
                .containsExactly(List.of("true"));
    }

    @Test
    void parquetRefusesMoreDigitsThanItHas() {
        var problem = engine.problem(Request.Query.of("SELECT 170141183460469231731687303715884105727::HUGEINT AS v")
                .into(new Export.Parquet()));

        assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(problem.message()).contains("DECIMAL(38,0)");
        assertThat(problem.position()).isEmpty();
        assertThat(TestLake.staged(folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aLineHoldsWhatAnAnswersRecordHolds(String expression) throws IOException {
        String line = Files.readString(written(expression, new Export.JsonLines()));

        assertThat(line).startsWith("{\"v\":").endsWith("}\n").hasLineCount(1);
        assertThat(engine.text("{\"q\": \""
                        + ("SELECT " + expression + " AS v")
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"") + "\"}"))
                .endsWith("\"data\":{\"records\":[" + line.strip() + "]}}");
    }

    private static Path written(String expression, Export format) {
        Answer.Exported answer = engine.exported(
                Request.Query.of("SELECT " + expression + " AS v").into(format));
        return folder.resolve(answer.file().path());
    }
}
