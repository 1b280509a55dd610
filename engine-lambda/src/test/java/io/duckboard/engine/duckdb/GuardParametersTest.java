package io.duckboard.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Named parameters are replaced with numbers, and the same text elsewhere is not. */
class GuardParametersTest {

    @Test
    void numbersEachNameOnceAndKeepsTheLength() {
        var allowed = Judge.allowed("SELECT $from, $to, $FROM + 1", "from", "to");

        assertThat(allowed.sql()).isEqualTo("SELECT $2   , $1 , $2    + 1");
        assertThat(allowed.parameters()).containsExactly("to", "from");
    }

    @Test
    void leavesQuotesAndCommentsAlone() {
        String sql =
                "SELECT '$a ''$a', E'\\'$a', E'''\\'$a', \"$a\"\"$a\", $$ $a $$, $q$ $a $ $q$, b$a -- $a\n /* $a /* */ $a */ + $a";

        assertThat(Judge.allowed(sql, "a").sql()).isEqualTo(sql.replaceFirst("\\$a$", "\\$1"));
    }

    @Test
    void takesNamesOfAnyLetters() {
        var allowed = Judge.allowed("SELECT $größe, $İ, $ΑΣ + 1", "größe", "İ", "ας");

        assertThat(allowed.sql()).isEqualTo("SELECT $3    , $1, $2  + 1");
        assertThat(allowed.parameters()).containsExactly("İ", "ας", "größe");
    }

    @Test
    void findsThemBehindUnicodesBlanks() {
        assertThat(Judge.allowed("SELECT\u00a0$a,\u2003$b", "a", "b").sql()).isEqualTo("SELECT\u00a0$1,\u2003$2");
    }

    @Test
    void leavesStringsAloneThatGoOnInTheNextLine() {
        assertThat(Judge.allowed("SELECT E'a'\n'\\' $a --', $a", "a").sql()).isEqualTo("SELECT E'a'\n'\\' $a --', $1");
    }

    @Test
    void numbersBehindAnExplain() {
        assertThat(Judge.allowed("EXPLAIN (ANALYZE, FORMAT json) SELECT $x", "x")
                        .sql())
                .isEqualTo("EXPLAIN(ANALYZE,FORMAT json)   SELECT $1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain\n analyze SELECT 1", "EXPLAIN /* é */ ANALYZE SELECT 1"})
    void writesTheExplainAnew(String sql) {
        assertThat(Judge.allowed(sql).sql()).isEqualTo("EXPLAIN ANALYZE" + " ".repeat(sql.length() - 23) + "SELECT 1");
    }

    @Test
    void takesNumbersAsNames() {
        var allowed = Judge.allowed("SELECT $1 + $2", "1", "2");

        assertThat(allowed.sql()).isEqualTo("SELECT $1 + $2");
        assertThat(allowed.parameters()).containsExactly("1", "2");
    }

    @Test
    void numbersAsManyAsThereAre() {
        String[] names = {"aa", "ab", "ac", "ad", "ae", "af", "ag", "ah", "ai", "aj"};

        assertThat(Judge.allowed("SELECT $" + String.join(", $", names), names).sql())
                .isEqualTo("SELECT $1 , $2 , $3 , $4 , $5 , $6 , $7 , $8 , $9 , $10");
    }

    @Test
    void wantsLongerNamesBeyondNine() {
        String[] names = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};

        assertThat(Judge.refusal("SELECT $" + String.join(", $", names), names).message())
                .contains("names of one letter");
    }

    @Test
    void namesWhatHasNoValue() {
        Problem problem = Judge.refusal("SELECT 'é', $from, $to", "from");

        assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(problem.message()).contains("$to");
        assertThat(problem.position()).hasValue("SELECT 'é', $from, ".length());
    }

    @Test
    void namesWhatIsNotUsed() {
        assertThat(Judge.refusal("SELECT $from", "from", "to").message()).contains("'to' is not used");
        assertThat(Judge.refusal("SELECT $from", "from", "FROM").message()).contains("is not used");
        assertThat(Judge.refusal("SELECT 1", "to").code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT ?", "SELECT ?, $a", "SELECT $1", "SELECT $ä", "PIVOT t ON b USING sum(c + $a)"})
    void refusesParametersOfOtherKinds(String sql) {
        assertThat(Judge.refusal(sql, "a").code())
                .isIn(ErrorCode.INVALID_REQUEST, ErrorCode.NOT_ALLOWED, ErrorCode.SYNTAX);
    }

    @Test
    void takesNoParameterForAPath() {
        assertThat(Judge.refusal("FROM read_parquet($p)", "p").code()).isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @Test
    void saysThatADynamicPivotTakesNone() {
        assertThat(Judge.refusal("PIVOT t ON b USING sum(c)", "x").message()).contains("takes no parameters");
    }

    @Test
    void pointsAtWhatIsRefused() {
        assertThat(Judge.refusal("SELECT 'é😀', getvariable('x')").position()).hasValue("SELECT 'é😀', ".length());
        assertThat(Judge.refusal("EXPLAIN SELECT 'é' FROM FROM t").position())
                .hasValue("EXPLAIN SELECT 'é' FROM ".length());
        assertThat(Judge.refusal("SELECT 1\0").position()).hasValue(8);
    }
}
