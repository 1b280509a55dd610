package io.duckboard.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.guard.Verdict;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.testing.Attack;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Huge and deeply nested text is refused with a sentence. It makes neither the parser nor the guard fail. */
@Attack("Texts so long or so deep that parser or guard would fall over them")
class GuardBoundsTest {

    static Stream<String> monsters() {
        return IntStream.of(1_000, 10_000).boxed().flatMap(GuardBoundsTest::monsters);
    }

    private static Stream<String> monsters(int n) {
        return Stream.of(
                "SELECT " + "(".repeat(2 * n) + "1" + ")".repeat(2 * n) + " WHERE " + "NOT ".repeat(n) + "true",
                "SELECT 1" + "+1".repeat(n),
                "SELECT " + "NOT ".repeat(n) + "true",
                "SELECT " + "- ".repeat(n) + "x",
                "FROM (".repeat(n) + "FROM t" + ")".repeat(n),
                "SELECT 1" + " EXCEPT SELECT 1".repeat(n),
                "SELECT 1 FROM t" + ",t".repeat(n),
                "SELECT 1 FROM t" + " JOIN t USING (a)".repeat(n),
                "SELECT " + "[".repeat(n) + "1" + "]".repeat(n),
                "SELECT " + "{a:".repeat(n) + "1" + "}".repeat(n),
                "SELECT x" + "[1]".repeat(n),
                "SELECT 1" + "::INT".repeat(n),
                "SELECT 1::INT" + "[]".repeat(n),
                "SELECT 'a'" + "||'a'".repeat(n),
                "SELECT a" + ".lower()".repeat(n),
                "SELECT " + "abs(".repeat(n) + "1" + ")".repeat(n),
                "SELECT " + "list_transform(a, x -> ".repeat(n) + "1" + ")".repeat(n),
                "WITH a AS (".repeat(n) + "SELECT 1" + ") FROM a".repeat(n),
                "FROM t" + " PIVOT (sum(a) FOR b IN (1))".repeat(n),
                "SELECT " + "CASE WHEN a THEN b ELSE ".repeat(n) + "1" + " END".repeat(n),
                "/*".repeat(n) + "*/".repeat(n) + "SELECT 1",
                "/**/".repeat(n) + "SELECT 1",
                "SELECT 1" + "+".repeat(n) + "1");
    }

    @ParameterizedTest
    @MethodSource("monsters")
    void refusesMonsters(String sql) {
        assertThat(Judge.refusal(sql).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void boundsTheNumberOfParts() {
        assertThat(Judge.refusal("SELECT 1" + ",1".repeat(100_000)).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(Judge.refusal("SELECT '" + "x".repeat(256 * 1024) + "'").message())
                .contains("256 KiB");
        assertThat(Judge.refusal("SELECT '" + "é".repeat(130 * 1024) + "'").message())
                .contains("256 KiB");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 200})
    void takesWhatPeopleWrite(int n) {
        assertThat(Judge.judge("SELECT 1" + " + 1".repeat(n))).isInstanceOf(Verdict.Allowed.class);
        assertThat(Judge.judge("SELECT 'a'" + " || 'a'".repeat(n))).isInstanceOf(Verdict.Allowed.class);
        assertThat(Judge.judge("SELECT 1 WHERE x IN (1" + ",1".repeat(100 * n) + ")"))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(Judge.judge("SELECT 1 WHERE x = 1" + " OR x = 1".repeat(10 * n)))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(Judge.judge("SELECT 1" + " UNION ALL SELECT 1".repeat(n))).isInstanceOf(Verdict.Allowed.class);
        assertThat(Judge.judge("/* c */ ".repeat(n) + "SELECT 1")).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void drawsItsLinesWhereItSays() {
        assertThat(Judge.judge("/**/".repeat(500) + "SELECT 1")).isInstanceOf(Verdict.Allowed.class);
        assertThat(Judge.refusal("/**/".repeat(501) + "SELECT 1").message()).contains("500 block comments");
        assertThat(Judge.refusal("SELECT 1 " + "+".repeat(101) + " 1").position())
                .hasValue(9);
        assertThat(Judge.judge(lambdas(12))).isInstanceOf(Verdict.Allowed.class);
        assertThat(Judge.refusal(lambdas(13)).message()).contains("12 deep");
        assertThat(Judge.judge("SELECT '" + "x".repeat(256 * 1024 - 9) + "'")).isInstanceOf(Verdict.Allowed.class);
    }

    private static String lambdas(int n) {
        return "SELECT " + "list_transform([1], x -> ".repeat(n) + "x" + ")".repeat(n);
    }
}
