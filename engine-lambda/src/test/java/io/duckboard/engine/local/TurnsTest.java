package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.engine.local.Turns.Turn;
import io.duckboard.engine.protocol.CallerId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Callers take turns at using the workers, and no caller gets all of them. */
class TurnsTest {

    private static final CallerId ANN = new CallerId("ann");
    private static final CallerId BEN = new CallerId("ben");
    private static final CallerId CLEO = new CallerId("cleo");

    private final Turns turns = new Turns(3);

    @Test
    void leavesOneForAnotherCaller() throws InterruptedException {
        List<Turn> ann = ask(ANN, 3);

        assertThat(ann).extracting(Turn::hasCome).containsExactly(true, true, false);
        assertThat(turns.ask(BEN).await(Duration.ZERO)).isTrue();
        assertThat(turns.ask(CLEO).await(Duration.ZERO)).isFalse();
    }

    @Test
    void goesRoundAmongTheCallers() {
        List<Turn> ann = ask(ANN, 5);
        List<Turn> ben = ask(BEN, 3);
        List<Turn> cleo = ask(CLEO, 1);
        assertThat(ben.getFirst().hasCome()).isTrue();

        ann.getFirst().close();
        assertThat(cleo.getFirst().hasCome()).isTrue();
        ann.get(1).close();
        assertThat(ann.get(2).hasCome()).isTrue();
        ben.getFirst().close();
        assertThat(ben.get(1).hasCome()).isTrue();
        assertThat(Stream.of(ann.get(3), ann.get(4), ben.get(2))).noneMatch(Turn::hasCome);
    }

    @Test
    void leavesNothingBehindOfWhoeverGaveUp() throws InterruptedException {
        List<Turn> ann = ask(ANN, 4);
        try (Turn late = turns.ask(ANN)) {
            assertThat(late.await(Duration.ofNanos(1))).isFalse();
        }
        ann.get(2).close();
        ann.getFirst().close();

        assertThat(ann.get(3).hasCome()).isTrue();
        ann.forEach(Turn::close);
        assertThat(ask(BEN, 3)).extracting(Turn::hasCome).containsExactly(true, true, false);
    }

    @Test
    void leavesNothingBehindOfWhoeverIsInterrupted() {
        List<Turn> ann = ask(ANN, 2);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> {
            try (Turn waiting = turns.ask(ANN)) {
                waiting.await(Duration.ofDays(1));
            }
        });

        ann.getFirst().close();
        assertThat(ask(ANN, 2)).extracting(Turn::hasCome).containsExactly(true, false);
    }

    @Test
    void endsATurnOnce() {
        List<Turn> ann = ask(ANN, 2);
        ann.getFirst().close();
        ann.getFirst().close();

        assertThat(ask(ANN, 2)).extracting(Turn::hasCome).containsExactly(true, false);
    }

    private List<Turn> ask(CallerId caller, int times) {
        return Stream.generate(() -> turns.ask(caller)).limit(times).toList();
    }
}
