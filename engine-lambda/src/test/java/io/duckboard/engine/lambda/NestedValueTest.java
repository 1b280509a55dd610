package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.protocol.RowFormat;
import io.duckboard.engine.testing.DuckDb;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.io.JsonStringEncoder;

/** A value is the same alone and inside lists, structs and maps, in every format. */
class NestedValueTest {

    private static Path folder;
    private static InProcess engine;

    @BeforeAll
    static void open(@TempDir Path lake, @TempDir Path temporary) {
        folder = lake;
        engine = new InProcess(new TestLake(lake), temporary);
    }

    @ParameterizedTest
    @MethodSource("io.duckboard.engine.testing.TypedValues#all")
    void isTheSameInsideAsAlone(String expression) {
        String alone = cells("SELECT " + expression);
        String key = alone.startsWith("\"") ? alone : quoted(alone);

        assertThat(cells("SELECT [v, NULL], {'f': v}, MAP {1: v}, MAP {v: 1}, [MAP {'k': {'f': [v]}}] FROM (SELECT "
                        + expression + " AS v)"))
                .isEqualTo("[" + alone + ",null],{\"f\":" + alone + "},{\"1\":" + alone + "},{" + key
                        + ":1},[{\"k\":{\"f\":[" + alone + "]}}]");
    }

    @ParameterizedTest
    @MethodSource("io.duckboard.engine.testing.TypedValues#all")
    void isTheSameInRecordsRowsAndLines(String expression) throws IOException {
        String sql = "SELECT v, [v] AS l FROM (SELECT " + expression + " AS v)";
        String record = data(Request.Query.of(sql), "records");

        assertThat(data(Request.Query.of(sql).format(RowFormat.ROWS), "rows"))
                .isEqualTo(record.replaceFirst("\\{\"v\":", "[").replaceFirst("(?s)(.*),\"l\":(.*)\\}", "$1,$2]"));
        assertThat(written(sql, new Export.JsonLines())).isEqualTo(record + "\n");
    }

    @ParameterizedTest
    @MethodSource("io.duckboard.engine.testing.TypedValues#all")
    void isDuckDbsOwnTextInCsvAndInTexts(String expression) throws IOException {
        String sql = "SELECT v, [v] AS l, {'f': v} AS s, MAP {v: v} AS m FROM (SELECT " + expression + " AS v)";
        List<String> own = DuckDb.rows("SET TimeZone = 'UTC'; SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (" + sql + ")")
                .getFirst();

        assertThat(engine.rows(Request.Query.of(sql).format(RowFormat.TEXTS)).rows())
                .isEqualTo(List.of(own));
        Path csv = Files.writeString(folder.resolve("read.csv"), written(sql, new Export.Csv(Export.Escape.NONE)));
        assertThat(DuckDb.rows(
                        "FROM read_csv('" + csv + "', all_varchar = true, header = true, quote = '\"', escape = '\"',"
                                + " delim = ',', strict_mode = false, nullstr = 'never', allow_quoted_nulls = false)"))
                .isEqualTo(List.of(own));
    }

    /** The cells of the one row that a query has, as JSON. */
    private static String cells(String sql) {
        String row = data(Request.Query.of(sql).format(RowFormat.ROWS), "rows");
        return row.substring(1, row.length() - 1);
    }

    private static String data(Request.Query query, String member) {
        String answer = engine.text(new String(RequestJson.write(query), StandardCharsets.UTF_8));
        String before = "\"data\":{\"" + member + "\":[";
        assertThat(answer).contains(before).endsWith("]}}");
        return answer.substring(answer.indexOf(before) + before.length(), answer.length() - "]}}".length());
    }

    private static String written(String sql, Export format) throws IOException {
        return Files.readString(folder.resolve(
                engine.exported(Request.Query.of(sql).into(format)).file().path()));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(text, quoted);
        return quoted.append('"').toString();
    }
}
