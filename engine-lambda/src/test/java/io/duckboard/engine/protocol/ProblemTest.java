package io.duckboard.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.testing.Attack;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a problem is limited in size, whatever a query makes of it. */
@Attack("An error of a length that the query chooses is to burst the answer")
class ProblemTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "…", "𐍈", "xé…𐍈", "👩‍👩‍👧"})
    void isCutBetweenCharacters(String part) {
        String text = part.repeat(100_000);

        Problem problem = Problem.of(ErrorCode.INTERNAL, text, text);

        for (String said : new String[] {problem.message(), problem.hint().orElseThrow()}) {
            byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes.length).isBetween(Problem.MOST_BYTES - 10, Problem.MOST_BYTES);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(said);
            assertThat(said).endsWith("…");
            assertThat(text).startsWith(said.substring(0, said.length() - 1));
        }
    }

    @Test
    void isWholeUpToTheBound() {
        String text = "x".repeat(Problem.MOST_BYTES);

        assertThat(Problem.of(ErrorCode.INTERNAL, text).message()).isSameAs(text);
        assertThat(Problem.of(ErrorCode.INTERNAL, text + "x").message()).hasSize(Problem.MOST_BYTES - 2);
    }
}
