package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan shows which of the lake's files were read, but not where on this machine the lake lies. */
@Attack("An EXPLAIN is to tell where on the machine the lake lies")
class PlanTextTest {

    private static final String JOIN = "FROM numbers JOIN others USING (n) WHERE n > 1";

    private TestLake lake;
    private InProcess engine;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        lake = new TestLake(folder.resolve("somewhere/deep/on/this/machine"))
                .table("numbers", "SELECT range AS n FROM range(10)")
                .table("others", "SELECT range AS n FROM range(10)");
        engine = new InProcess(lake, temporary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXPLAIN ",
                "EXPLAIN ANALYZE ",
                "EXPLAIN (FORMAT json) ",
                "EXPLAIN (ANALYZE, FORMAT json) ",
                "EXPLAIN (ANALYZE, FORMAT html) ",
                "EXPLAIN (ANALYZE, FORMAT graphviz) ",
                "EXPLAIN (ANALYZE, FORMAT mermaid) "
            })
    void keepsThePlaceToItself(String explain) {
        String plan = engine.rows(explain + JOIN).toString();

        assertThat(plan).contains("JOIN").doesNotContain("somewhere", "deep", "machine", "/on/", "/this");
    }

    @Test
    void tellsTheFilesByTheirPathsInTheLake() {
        assertThat(engine.rows("EXPLAIN (ANALYZE, FORMAT json) " + JOIN).toString())
                .contains("\"dataset/numbers.parquet\"", "\"dataset/others.parquet\"");
    }

    @Test
    void leavesTheDrawingWhole() {
        String plan = engine.rows("EXPLAIN ANALYZE " + JOIN).toString();

        assertThat(plan).contains("Filename(s):", "8 rows", "\u2514");
        assertThat(plan.lines().filter(line -> line.contains("Filename(s):")))
                .allSatisfy(line -> assertThat(line)
                        .hasSameSizeAs(plan.lines()
                                .filter(other -> other.contains("Total Files Read"))
                                .findFirst()
                                .orElseThrow()));
    }

    /** These characters shift the text after them, so that boxes drawn one below the other are not aligned. */
    @Test
    void keepsItBesideTextsOfOtherWidths() {
        for (int wide = 0; wide < 80; wide += 7) {
            for (int narrow = 0; narrow < 120; narrow += 11) {
                String plan = engine.rows("EXPLAIN ANALYZE SELECT * FROM numbers t JOIN (SELECT * FROM range(10) r(a)"
                                + " WHERE a::VARCHAR || a::VARCHAR <> '" + "x".repeat(narrow) + "\u6f22".repeat(wide)
                                + "') x ON x.a = t.n")
                        .toString();

                assertThat(plan).contains("JOIN").doesNotContain("somewhere", "deep", "machine", "/on/", "/this");
            }
        }
    }

    /** DuckDB assumes that they have no width, but they take a place in the line. */
    @ParameterizedTest
    @ValueSource(strings = {"\t", "\r", "\u0001", "\u007f", "\u0301"})
    void keepsItBesideCharactersWithoutWidth(String character) {
        String plan = engine.rows("EXPLAIN ANALYZE SELECT * FROM numbers t JOIN (SELECT * FROM range(10) r(a)"
                        + " WHERE a::VARCHAR || a::VARCHAR <> '" + ("x".repeat(20) + character).repeat(8)
                        + "') x ON x.a = t.n")
                .toString();

        assertThat(plan).contains("The drawing ends here").doesNotContain("somewhere", "machine", "/this");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "html", "graphviz", "mermaid"})
    void keepsAPlaceOfOddNames(String format, @TempDir Path folder, @TempDir Path temporary) {
        var odd = new TestLake(folder.resolve("somewhere \"quoted\" l\u00e4ke"))
                .table("numbers", "SELECT range AS n FROM range(10)");

        String plan = new InProcess(odd, temporary)
                .rows("EXPLAIN (ANALYZE, FORMAT " + format + ") FROM numbers")
                .toString();

        assertThat(plan).contains("dataset/numbers.parquet").doesNotContain("somewhere", "quoted");
    }

    @Test
    void keepsItInWholeAnswersToo() throws IOException {
        var file = engine.exported(Request.Query.of("EXPLAIN ANALYZE " + JOIN).into(new Export.JsonLines()))
                .file();

        assertThat(Files.readString(lake.root().resolve(file.path())))
                .contains("JOIN")
                .doesNotContain("somewhere", "machine");
    }
}
