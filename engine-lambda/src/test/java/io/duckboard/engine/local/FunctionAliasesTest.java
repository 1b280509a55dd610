package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query function's other names are those of a variable, and a name that cannot be one is told. */
class FunctionAliasesTest {

    private static final Set<String> TAKEN = Set.of("duckboard-transform", "duckboard-control");

    @Test
    void isTheArticlesNameUnlessTheVariableIsSet() {
        assertThat(FunctionAliases.of(Map.of(), TAKEN)).containsExactly("quack-reduce-lambda-dev-duckdb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine,theirs_2", " mine , theirs_2 ", "mine,theirs_2,mine"})
    void areTheNamesOfTheVariable(String names) {
        assertThat(read(names)).containsExactly("mine", "theirs_2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void areNoneIfTheVariableIsEmpty(String names) {
        assertThat(read(names)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mine,,theirs | has an empty name: 'mine,,theirs'. Write names with one comma between",
                "mine, | has an empty name",
                "',' | has an empty name",
                "mine theirs | no function can have: 'mine theirs'. Write up to 64 letters, digits",
                "größe | no function can have: 'größe'",
                "a:b | no function can have: 'a:b'",
                "../x | no function can have: '../x'",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg | no function can have: 'aaaaaaaaaab",
                "duckboard-control | has the name of another function: 'duckboard-control'. Leave it out.",
                "mine,duckboard-transform | has the name of another function: 'duckboard-transform'"
            })
    void tellsWhichNameIsWrong(String names, String said) {
        assertThatThrownBy(() -> read(names))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("DUCKBOARD_FUNCTION_ALIASES has ")
                .hasMessageContaining(said);
    }

    private static Set<String> read(String names) {
        return FunctionAliases.of(Map.of("DUCKBOARD_FUNCTION_ALIASES", names), TAKEN);
    }
}
