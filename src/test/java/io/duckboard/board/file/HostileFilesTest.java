package io.duckboard.board.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.board.FileProblem;
import io.duckboard.engine.testing.Attack;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is made to do harm, or by accident, is told in a sentence, and takes neither long nor much memory. */
@Attack("A dashboard's file is to fill memory by aliases, depth or megabytes, or to make an object of a class")
class HostileFilesTest {

    @Test
    void refusesAFileOfFiveMegabytes() {
        assertThat(told("title: " + "x".repeat(5_000_000))).contains("larger than 1 MB");
    }

    @Test
    void refusesABombOfAliases() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(told(bomb.toString())).contains("“*a0” is an alias, and aliases are not read.");
    }

    @Test
    void refusesAnAliasThatContainsItself() {
        assertThat(told("tiles: &me [*me]")).contains("is an alias");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void refusesDepth(String opening) {
        assertThat(told("tiles: " + (opening.equals("- ") ? "\n" : "") + opening.repeat(10_000)))
                .containsAnyOf("nested more than 20 deep", "no valid YAML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL"
                        + " ['http://127.0.0.1/']]]]",
                "title: !!java.io.File [/etc/passwd]\ntiles: []",
                "--- 1\n--- 2",
                "? [a, b]\n: c",
                "title: \u0007",
                "%YAML 9.9\n---\ntitle: x",
                "<<: {title: x}",
                "title: T\ntiles: {show: number}",
                "just a text",
                "- a\n- b",
                "null",
                "",
                "\t",
                "title: 'open"
            })
    void saysWhatIsWrongWithAnythingElse(String text) {
        assertThat(told(text)).startsWith("sample.yaml:");
    }

    @Test
    void tellsOfManyErrorsOnlySome() {
        assertThat(DashboardTextSample.of("title: T\ntiles:\n" + "  - {show: x}\n".repeat(200))
                        .problems())
                .hasSize(100);
    }

    @Test
    void refusesMoreTilesThanAPageCanHave() {
        assertThat(told("title: T\ntiles:\n" + "  - {show: text, text: x}\n".repeat(201)))
                .contains("This list has more than 200 items.");
    }

    @Test
    void keepsMarkupAsText() {
        assertThat(DashboardTextSample.read("""
                title: <script>alert(1)</script>
                tiles: [{show: text, text: '<img src=x onerror=alert(1)>'}]
                """).title()).isEqualTo("<script>alert(1)</script>");
    }

    private static String told(String text) {
        return DashboardTextSample.of(text).problems().stream()
                .map(FileProblem::toString)
                .collect(Collectors.joining("\n"));
    }
}
