package io.duckboard.sqlpage.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.AnswerWeight;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Owner;
import io.duckboard.testing.ObservedEngine;
import io.duckboard.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Answers are held as long as there is room for them. */
class LastRunsTest {

    private static final int ROOM = 1_000_000;

    private final LastRuns last = new LastRuns(new SettableClock(), ROOM);

    @Test
    void holdsNoMoreAnswersThanThereIsRoomFor() {
        RowsOutcome answer = answer(100_000);
        List<QueryRun> runs = Stream.generate(() -> ended(answer)).limit(50).toList();

        assertThat(runs.stream().filter(this::isHeld).count())
                .isPositive()
                .isLessThanOrEqualTo(ROOM / AnswerWeight.of(answer));
    }

    @Test
    void holdsTheNewestAnswers() {
        RowsOutcome answer = answer(100_000);
        List<QueryRun> runs = Stream.generate(() -> ended(answer)).limit(50).toList();

        assertThat(runs.reversed().stream().limit(ROOM / AnswerWeight.of(answer)))
                .allMatch(this::isHeld);
    }

    @Test
    void holdsAllWhileThereIsRoom() {
        assertThat(Stream.generate(() -> ended(answer(100))).limit(50).toList()).allMatch(this::isHeld);
    }

    @Test
    void holdsNoAnswerThatIsLargerThanTheRoom() {
        assertThat(isHeld(ended(answer(ROOM)))).isFalse();
    }

    @Test
    void neverLetsGoOfAQueryThatRuns() {
        QueryRun running = started();
        IntStream.range(0, 50).forEach(_ -> ended(answer(100_000)));

        assertThat(last.of(running.source().tab())).contains(running);
    }

    @Test
    void holdsFailuresToo() {
        assertThat(isHeld(ended(ObservedEngine.failure(ErrorCode.TIMEOUT)))).isTrue();
    }

    @Test
    void holdsNoAnswerOfARunWhosePlaceAnotherTook() {
        QueryRun first = started();
        QueryRun second = new QueryRun(first.query(), first.source(), Instant.EPOCH);
        last.started(second);

        last.ended(second, answer(1));
        last.ended(first, answer(1));

        assertThat(last.of(first.source().tab())).contains(second);
    }

    private boolean isHeld(QueryRun run) {
        return last.of(run.source().tab()).filter(run::equals).isPresent();
    }

    private QueryRun ended(RowsOutcome outcome) {
        QueryRun run = started();
        last.ended(run, outcome);
        return run;
    }

    private QueryRun started() {
        var source = new RunSource(new Owner("somebody"), UUID.randomUUID(), 0, 1, 1);
        var run = new QueryRun(Request.Query.of("SELECT 1"), source, Instant.EPOCH);
        last.started(run);
        return run;
    }

    /** @param characters the total length of its texts */
    private static RowsOutcome answer(int characters) {
        var observed = (QueryOutcome.Answered) ObservedEngine.rows(Request.Query.of("SELECT 1"));
        var rows = new Answer.Rows(observed.answer().metadata(), List.of(List.of("x".repeat(characters))));
        return new QueryOutcome.Answered(rows, observed.roundTrip());
    }
}
