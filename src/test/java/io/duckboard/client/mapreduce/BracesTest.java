package io.duckboard.client.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Braces mean the same as in a shell. */
class BracesTest {

    static Stream<Arguments> patterns() {
        return Stream.of(
                Arguments.of("a", List.of("a")),
                Arguments.of("", List.of("")),
                Arguments.of("d={08..11}", List.of("d=08", "d=09", "d=10", "d=11")),
                Arguments.of("{8..11}", List.of("8", "9", "10", "11")),
                Arguments.of("{8..011}", List.of("008", "009", "010", "011")),
                Arguments.of("{0..2}", List.of("0", "1", "2")),
                Arguments.of("{3..1}", List.of("3", "2", "1")),
                Arguments.of("{5..5}", List.of("5")),
                Arguments.of("{red,green}/x", List.of("red/x", "green/x")),
                Arguments.of("a{,b}", List.of("a", "ab")),
                Arguments.of("{1..2}-{a,b}!", List.of("1-a!", "1-b!", "2-a!", "2-b!")),
                Arguments.of("date=*", List.of("date=*")),
                Arguments.of("{2018,2019}-*", List.of("2018-*", "2019-*")));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void expand(String pattern, List<String> expanded) {
        assertThat(Braces.expand(pattern)).isEqualTo(expanded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{01..10 | a { is not closed",
                "a} | a } has no { before it",
                "{a}} | {a} is neither a range like {01..10} nor a list like {a,b}",
                "{} | {} is neither",
                "{part} | {part} is neither",
                "{a..c} | {a..c} is neither",
                "{1..9..2} | {1..9..2} is neither",
                "{1..2,5} | {1..2,5} is neither",
                "{-1..2} | {-1..2} is neither",
                "{a,{b,c}} | braces stand within braces",
                "{1..10001} | more than 10000 partitions",
                "{1..999999999} | more than 10000 partitions",
                "{1..200}{1..200} | more than 10000 partitions",
                "{1..99999999999999999999} | is neither",
            })
    void sayWhatIsWrong(String pattern, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Braces.expand(pattern))
                .withMessageContaining(pattern)
                .withMessageContaining(why);
    }
}
