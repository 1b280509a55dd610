package io.duckboard.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import org.junit.jupiter.api.Test;

/** An error points at its place in the SQL. */
class ProblemTextTest {

    private static final Problem PROBLEM = Problem.of(ErrorCode.UNKNOWN_NAME, "No such name.", "Look again.");

    @Test
    void theCaretStandsBelowThePlace() {
        String sql = "SELECT *\nFROM 東京, trips\nWHERE true";

        assertThat(text(PROBLEM.at(sql.indexOf("trips")), sql, 80)).isEqualTo("""
                No such name.
                 2 │ FROM 東京, trips
                   │            ^
                Look again.
                """);
    }

    @Test
    void theEndOfTheSqlIsAPlaceToo() {
        assertThat(text(PROBLEM.at(7), "SELECT ", 80)).isEqualTo("""
                No such name.
                 1 │ SELECT\s
                   │        ^
                Look again.
                """);
    }

    @Test
    void aLongLineIsShownAroundThePlace() {
        String sql = "SELECT " + "1 + ".repeat(100) + "here" + " + 1".repeat(100);

        assertThat(text(PROBLEM.at(sql.indexOf("here")), sql, 40)).isEqualTo("""
                No such name.
                 1 │ … + 1 + 1 + 1 + 1 + 1 + here + 1 +…
                   │                         ^
                Look again.
                """);
    }

    @Test
    void anErrorWithoutAPlaceIsItsMessage() {
        assertThat(text(PROBLEM, "SELECT 1", 80)).isEqualTo("No such name.\nLook again.\n");
    }

    @Test
    void nothingInItMovesTheCursor() {
        Problem hostile = Problem.of(ErrorCode.FILE_DAMAGED, "Bad \u001b]0;title\u0007 file.");

        assertThat(text(hostile.at(0), "\u001b[2J", 80)).doesNotContain("\u001b", "\u0007");
    }

    private static String text(Problem problem, String sql, int width) {
        return new ProblemText(new Terminal(System.out, System.err, width, false)).of(problem, sql);
    }
}
