package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A spreadsheet runs no formula from a CSV file that was requested with "escape": "spreadsheet". */
class SpreadsheetTest {

    @TempDir
    private Path folder;

    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path temporary) {
        engine = new InProcess(new TestLake(folder).table("numbers", "SELECT 1 AS n"), temporary);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void writes(String expression, String cell) throws IOException {
        assertThat(csv("SELECT " + expression + " AS cell", Export.Escape.SPREADSHEET))
                .isEqualTo("cell\n" + cell + "\n");
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                Arguments.of("'=1+1'", "'=1+1"),
                Arguments.of("'+1'", "'+1"),
                Arguments.of("'-1'", "'-1"),
                Arguments.of("'@SUM(A1)'", "'@SUM(A1)"),
                Arguments.of("chr(9) || '=1'", "'\t=1"),
                Arguments.of("chr(13) || '=1'", "\"'\r=1\""),
                Arguments.of("chr(10) || '=1'", "\"'\n=1\""),
                Arguments.of("'\uFF1D1'", "'\uFF1D1"),
                Arguments.of("'=HYPERLINK(\"http://x\",\"y\")'", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
                Arguments.of("'=1'::BLOB", "'=1"),
                Arguments.of("'=1'::ENUM('=1')", "'=1"),
                Arguments.of("union_value(formula := '=1')", "'=1"),
                Arguments.of("['=1']", "['=1']"),
                Arguments.of("'a=1'", "a=1"),
                Arguments.of("'''=1'", "'=1"),
                Arguments.of("''", "\"\""),
                Arguments.of("-1", "-1"),
                Arguments.of("-1.50", "-1.50"),
                Arguments.of(
                        "-170141183460469231731687303715884105727::HUGEINT",
                        "-170141183460469231731687303715884105727"),
                Arguments.of("'-inf'::DOUBLE", "-inf"),
                Arguments.of("DATE '2019-04-01'", "2019-04-01"),
                Arguments.of("true", "true"));
    }

    @Test
    void neutralisesNamesOfColumnsToo() throws IOException {
        assertThat(csv("SELECT 1 AS \"=cmd()\", 2 AS plain", Export.Escape.SPREADSHEET))
                .isEqualTo("'=cmd(),plain\n1,2\n");
    }

    @Test
    void changesNothingUnlessAsked() throws IOException {
        assertThat(csv("SELECT '=1' AS \"=cmd()\", NULL AS nothing, '' AS empty", Export.Escape.NONE))
                .isEqualTo("=cmd(),nothing,empty\n=1,,\"\"\n");
    }

    private String csv(String sql, Export.Escape escape) throws IOException {
        var answer = engine.exported(Request.Query.of(sql).into(new Export.Csv(escape)));
        return Files.readString(folder.resolve(answer.file().path()));
    }
}
