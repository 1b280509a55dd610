package io.duckboard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Only the warm rounds count, and nothing counts if the answers differ. */
class BenchmarkTest {

    private static final List<List<String>> ROWS = List.of(List.of("237", "5"), List.of("1", "2"));

    private final List<String> asked = new ArrayList<>();
    private final List<Integer> rounds = new ArrayList<>();

    @Test
    void asksInTurnsAndTellsTheWarmUpApart() throws Exception {
        Findings findings = new Benchmark(2, 3)
                .run(List.of(mode("a", ROWS, 7), mode("b", ROWS, 7)), OptionalLong.of(7), rounds::add);

        assertThat(asked).containsExactly("a", "b", "a", "b", "a", "b", "a", "b", "a", "b");
        assertThat(rounds)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 5).boxed().toList());
        assertThat(findings.modes()).extracting(Measured::mode).containsExactly("a", "b");
        assertThat(findings.modes())
                .allSatisfy(mode -> assertThat(mode.series().millis()).hasSize(3));
        assertThat(findings.rows()).isEqualTo(2);
        assertThat(findings.trips()).isEqualTo(7);
    }

    @Test
    void refusesOtherRows() {
        var other = mode("b", List.of(List.of("1", "2"), List.of("237", "5")), 7);

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> run(OptionalLong.empty(), mode("a", ROWS, 7), other))
                .withMessage("By b the answer is another than by a.");
    }

    @Test
    void refusesAnotherCountThanExpected() {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> run(OptionalLong.of(8), mode("a", ROWS, 7), mode("b", ROWS, 7)))
                .withMessage("The lake has 8 trips, and by a there are 7.");
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> run(OptionalLong.empty(), mode("a", ROWS, 7), mode("b", ROWS, 6)))
                .withMessage("The lake has 7 trips, and by b there are 6.");
        assertThat(asked).isEmpty();
    }

    private void run(OptionalLong expected, Mode... modes) {
        new Benchmark(1, 1).run(List.of(modes), expected, rounds::add);
    }

    private Mode mode(String name, List<List<String>> rows, long trips) {
        return new Mode() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<List<String>> tripsByZone() {
                asked.add(name);
                return rows;
            }

            @Override
            public long trips() {
                return trips;
            }
        };
    }
}
