package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.OddNames;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** SQL reads a table's file by its path whatever its name is, and by that path reads no other file. */
abstract class OddNamesContract {

    private static final int PATHS = 400;

    private static final Pattern SIGNS = Pattern.compile("[*?\\[]");

    /** Where the lake lies, without a slash at the end. */
    abstract String lake();

    abstract InProcess engine();

    static TestLake lakeIn(Path folder) {
        OddNames.write(folder);
        return new TestLake(folder).table("odd", OddNames.PATHS, List.of(), List.of());
    }

    @Test
    void readByTheirPaths() {
        for (String path : OddNames.PATHS) {
            String file = lake() + "/" + OddNames.exactly(path);

            assertThat(engine().rows("FROM read_parquet(" + literal(file) + ", hive_partitioning = false)"))
                    .as(path)
                    .containsExactly(List.of(path));
            assertThat(engine().rows("SELECT path FROM " + literal(file)))
                    .as(path)
                    .containsExactly(List.of(path));
            assertThat(engine().rows("SELECT path FROM \"" + file.replace("\"", "\"\"") + "\""))
                    .as(path)
                    .containsExactly(List.of(path));
        }
    }

    @Test
    void readInOneList() {
        String files = OddNames.PATHS.stream()
                .map(path -> literal(lake() + "/" + OddNames.exactly(path)))
                .collect(Collectors.joining(", ", "[", "]"));

        assertThat(engine().rows("SELECT list(path ORDER BY path) FROM read_parquet(" + files
                        + ", hive_partitioning = false)"))
                .containsExactly(List.of(OddNames.PATHS.stream().sorted().toList()));
    }

    @Test
    void refusedWhereDuckDbWouldReadAnother() {
        var problem = engine().problem("FROM " + literal(lake() + "/dataset/report[1].parquet"));

        assertThat(problem.code()).isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(problem.hint()).contains("Write [[] for each [ and [*] for each *.");
    }

    @Test
    void missingWhereAPatternMatchesNothing() {
        assertThat(engine().problem("FROM " + literal(lake() + "/dataset/x*.parquet"))
                        .code())
                .isEqualTo(ErrorCode.FILE_MISSING);
    }

    @Test
    void neverReadByAnotherPath() {
        new OddNames(20261130).near().limit(PATHS).forEach(path -> {
            String sql =
                    "SELECT path FROM read_parquet(" + literal(lake() + "/" + path) + ", hive_partitioning = false)";

            Answer answer = engine().ask(Request.Query.of(sql));

            switch (answer) {
                case Answer.Rows rows -> {
                    assertThat(rows.rows())
                            .as(sql)
                            .isSubsetOf(OddNames.PATHS.stream()
                                    .<List<Object>>map(List::of)
                                    .toList());
                    if (!SIGNS.matcher(path).find()) {
                        assertThat(rows.rows()).as(sql).containsExactly(List.of(path));
                    }
                }
                case Answer.Failed(var problem) ->
                    assertThat(problem.code()).as(sql).isIn(ErrorCode.NOT_ALLOWED, ErrorCode.FILE_MISSING);
                case Answer.Exported exported -> throw new AssertionError(exported.toString());
                case Answer.Unchanged unchanged -> throw new AssertionError("unchanged");
            }
        });
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
