package io.duckboard.lake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that does not fit is refused with its number, or put aside if the user says so. It is never lost. */
class BadLinesTest {

    @TempDir
    private Path files;

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '~', textBlock = """
        a,b,c\\n1,2,3\\n4,5\\n6,7,8\\n      ^ Line 3 of  ^ 3 fields expected, 2 found
        id;v\\n1;2,5\\n2;3,5\\n3;4,5;x\\n  ^ Line 4 of  ^ 2 fields expected, 3 found
        a,b,c\\n1,2,3\\n4,5,6,7\\n8,9,10\\n ^ Line 3 of  ^ 3 fields expected, 4 found
        a,b\\n1,2,\\n3,4,\\n                ^ Line 2 of  ^ 2 fields expected, 3 found
        a,b\\n"x\\ny",1\\n2\\n              ^ Line 4 of  ^ 2 fields expected, 1 found
        a,b\\n1,"x\\n2,y\\n                 ^ Line 2 of  ^ a quote opens that never closes
        a,b\\n1,"x"y\\n2,z\\n               ^ Line 2 of  ^ text follows a closing quote
        """)
    void isRefused(String text, String line, String reason) {
        assertThatThrownBy(() -> Added.ofText(files, ReadOptions.NONE, "a.csv", text.translateEscapes()))
                .isInstanceOf(FailureException.class)
                .hasMessageStartingWith(line)
                .hasMessageContaining(reason);
    }

    @Test
    void isRefusedHoweverLateItComes() {
        String text = "a,b\n" + "1,2\n".repeat(300_000) + "x,y,z\n";

        assertThatThrownBy(() -> Added.ofText(files, ReadOptions.NONE, "a.csv", text))
                .hasMessageStartingWith("Line 300002 of ")
                .hasMessageContaining("2 fields expected, 3 found");
    }

    @Test
    void isPutAsideIfThatIsSaid() {
        Path aside = files.resolve("bad.csv");

        Added added = Added.ofText(
                files, new Saying().badLines(aside).options(), "a.csv", "a,b\n1,2\n3\n\"4\",\"5\n6,7\n8,9,10\n");

        assertThat(added.rows()).containsExactly(List.of("1", "2"), List.of("6", "7"));
        assertThat(added.traits()).contains("3 bad lines put aside");
        assertThat(added.found().getFirst().members()).containsEntry("badLines", 3L);
        assertThat(DuckDb.rows("SELECT line, reason, text FROM read_csv('" + aside + "', all_varchar = true)"))
                .containsExactly(
                        List.of("3", "2 fields expected, 1 found", "3"),
                        List.of("4", "a quote opens that never closes", "\"4\",\"5"),
                        List.of("6", "2 fields expected, 3 found", "8,9,10"));
    }

    @Test
    void isNeverPutIntoAFileThatIsThere() throws IOException {
        Path aside = Files.writeString(files.resolve("bad.csv"), "mine");

        assertThatThrownBy(
                        () -> Added.ofText(files, new Saying().badLines(aside).options(), "a.csv", "a,b\n1,2\n3\n"))
                .hasMessageContaining("There is a file");
        assertThat(aside).hasContent("mine");
    }

    @Test
    void isPutIntoNoFolderThatIsMissing() {
        Path aside = files.resolve("none").resolve("bad.csv");

        assertThatThrownBy(
                        () -> Added.ofText(files, new Saying().badLines(aside).options(), "a.csv", "a,b\n1,2\n"))
                .hasMessageContaining("There is no folder");
    }

    @Test
    void leavesNoFileIfThereIsNone() {
        Path aside = files.resolve("bad.csv");

        Added.ofText(files, new Saying().badLines(aside).options(), "a.csv", "a,b\n1,2\n");

        assertThat(aside).doesNotExist();
    }
}
