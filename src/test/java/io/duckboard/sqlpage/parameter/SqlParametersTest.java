package io.duckboard.sqlpage.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.testing.LexicalCases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement's parameters are found where DuckDB would find them, with what they are compared with. */
class SqlParametersTest {

    static List<LexicalCases.Case> cases() {
        return LexicalCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areThoseThatDuckDbKnows(LexicalCases.Case each) {
        var parameters = SqlParameters.of(each.sql());

        assertThat(parameters.named())
                .extracting(SqlParameter::name)
                .isEqualTo(each.parameters().stream()
                        .filter(name -> !Character.isDigit(name.charAt(0)))
                        .toList());
        assertThat(parameters.numbered())
                .isEqualTo(each.parameters().stream()
                        .filter(name -> Character.isDigit(name.charAt(0)))
                        .map(number -> "$" + number)
                        .toList());
    }

    @Test
    void areInTheOrderOfTheTextAndOnceEach() {
        assertThat(names("SELECT $b, $a, $B, $x FROM t WHERE c = $a")).containsExactly("b", "a", "x");
        assertThat(names("SELECT a$b, $under_score1")).containsExactly("under_score1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '$a', 'it''s $a'",
                "SELECT E'\\'$a'",
                "SELECT \"$a\", \"x\"\"$a\"",
                "SELECT 1 -- $a",
                "SELECT 1 /* $a /* nested */ $a */",
                "SELECT $$ $a $$, $tag$ $a $$ $a $tag$",
                "SELECT '$a never closed",
                "SELECT /* $a never closed",
                "SELECT $$ $a never closed",
                "SELECT a$a",
                "SELECT $größe$ $a",
                ""
            })
    void areNoneInTextsCommentsAndNames(String sql) {
        assertThat(SqlParameters.of(sql)).isEqualTo(SqlParameters.NONE);
    }

    @Test
    void tellThoseApartThatHaveNumbers() {
        var parameters = SqlParameters.of("SELECT $1, $2, $1, $name");

        assertThat(parameters.numbered()).containsExactly("$1", "$2");
        assertThat(parameters.named()).extracting(SqlParameter::name).containsExactly("name");
    }

    @Test
    void knowTheColumnsThatTheyAreComparedWith() {
        assertThat(columns("SELECT * FROM t WHERE pickup_at >= $a AND t.\"fare \"\"x\"\"\" < $b AND $c <> u.v.zone"))
                .containsExactly(Optional.of("pickup_at"), Optional.of("fare \"x\""), Optional.of("zone"));
        assertThat(columns("SELECT * FROM t WHERE day BETWEEN $a AND $b AND 3 = $c AND $d"))
                .containsExactly(Optional.of("day"), Optional.of("day"), Optional.empty(), Optional.empty());
        assertThat(columns("SELECT $a, x = $a")).containsExactly(Optional.of("x"));
    }

    @Test
    void knowTheTypesThatTheyAreCastTo() {
        assertThat(SqlParameters.of("SELECT $day::DATE").named())
                .containsExactly(new SqlParameter("day", Optional.empty(), Optional.of("DATE")));
    }

    @Test
    void areFoundQuicklyInTheLongestTexts() {
        String sql = "SELECT " + "'it''s', /* x */ \"a\"\"b\", $x, ".repeat(10_000) + "1";

        assertThat(names(sql)).containsExactly("x");
        assertThat(names("SELECT $x, '" + "a".repeat(400_000))).containsExactly("x");
    }

    private static List<String> names(String sql) {
        return SqlParameters.of(sql).named().stream().map(SqlParameter::name).toList();
    }

    private static List<Optional<String>> columns(String sql) {
        return SqlParameters.of(sql).named().stream().map(SqlParameter::column).toList();
    }
}
