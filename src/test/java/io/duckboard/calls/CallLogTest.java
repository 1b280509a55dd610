package io.duckboard.calls;

import static io.duckboard.client.FinishedCall.End.ANSWERED;
import static io.duckboard.client.FinishedCall.End.FAILED;
import static io.duckboard.client.FinishedCall.End.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.client.QueryService;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.testing.Calls;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The log of calls counts each call at its time, and remembers the last errors. */
class CallLogTest {

    private static final Duration QUICK = Duration.ofMillis(10);

    private final SettableClock clock = new SettableClock();
    private final QueryService queries = new QueryService(new ScriptedEngine(), Asker::everyone);
    private final CallLog log = new CallLog(queries, clock);

    @Test
    void isEmptyBeforeTheFirstCall() {
        CallCounts counts = log.counts(Window.DAY);

        assertThat(counts.all()).isZero();
        assertThat(counts.steps()).hasSize(24);
        assertThat(counts.median()).isEmpty();
        assertThat(log.errors()).isEmpty();
        assertThat(log.last()).isEmpty();
    }

    @Test
    void hearsOfEveryQuestion() {
        var answered = new CompletableFuture<>();
        queries.ask(Place.SQL, Request.Query.of("SELECT 1"), answered::complete);
        answered.join();

        assertThat(log.counts(Window.HOUR).count(FAILED)).isOne();
    }

    @Test
    void countsByTheWayACallEnded() {
        log.add(Calls.call(Calls.answer(false, "0.1"), QUICK));
        log.add(Calls.call(Calls.answer(true, "0.1"), QUICK));
        log.add(Calls.call(Calls.failure(ErrorCode.SYNTAX), QUICK));
        log.add(Calls.call(Calls.failure(ErrorCode.LAKE_UNAVAILABLE), QUICK));

        CallCounts counts = log.counts(Window.HOUR);
        assertThat(List.of(counts.count(ANSWERED), counts.count(REFUSED), counts.count(FAILED)))
                .containsExactly(2, 1, 1);
        assertThat(counts.cold()).isOne();
        assertThat(log.last().orElseThrow().version()).isEqualTo("Duckboard 1, DuckDB 2");
        assertThat(log.last().orElseThrow().warm()).isTrue();
    }

    @Test
    void countsEachCallInItsStep() {
        log.add(Calls.call(Calls.answer(true, "0"), QUICK));
        clock.advance(Duration.ofMinutes(31));
        log.add(Calls.call(Calls.answer(true, "0"), QUICK));
        log.add(Calls.call(Calls.answer(true, "0"), QUICK));

        List<CallCounts.Step> steps = log.counts(Window.HOUR).steps();

        assertThat(steps).hasSize(12);
        assertThat(steps.getLast().begin()).isEqualTo(Instant.parse("2026-01-01T12:30:00Z"));
        assertThat(steps.getLast().count(ANSWERED)).isEqualTo(2);
        assertThat(steps.get(5).begin()).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
        assertThat(steps.get(5).count(ANSWERED)).isOne();
        assertThat(log.counts(Window.DAY).steps().getLast().count(ANSWERED)).isEqualTo(3);
    }

    @Test
    void forgetsCallsAfterADay() {
        log.add(Calls.call(Calls.answer(true, "0"), QUICK));
        clock.advance(Duration.ofHours(2));
        log.add(Calls.call(Calls.answer(true, "0"), Duration.ofSeconds(3)));

        assertThat(log.counts(Window.HOUR).all()).isOne();
        assertThat(log.counts(Window.HOUR).median().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(log.counts(Window.DAY).all()).isEqualTo(2);

        clock.advance(Duration.ofHours(26));
        assertThat(log.counts(Window.DAY).all()).isZero();
    }

    @Test
    void goesOnWhenTheClockIsSetBack() {
        log.add(Calls.call(Calls.answer(true, "0"), QUICK));
        clock.advance(Duration.ofMinutes(-40));
        log.add(Calls.call(Calls.answer(true, "0"), QUICK));
        clock.advance(Duration.ofMinutes(40));

        assertThat(log.counts(Window.HOUR).all()).isEqualTo(2);
    }

    @Test
    void remembersTheLastTwentyErrorsOfTheEngineTheNewestFirst() {
        for (int number = 0; number < 25; number++) {
            clock.advance(Duration.ofSeconds(1));
            log.add(Calls.call(Calls.failure(ErrorCode.INTERNAL), QUICK));
        }
        log.add(Calls.call(Calls.failure(ErrorCode.SYNTAX), QUICK));

        assertThat(log.errors()).hasSize(20).allMatch(error -> error.word().equals("internal"));
        assertThat(log.errors().getFirst().at()).isEqualTo(clock.instant());
        assertThat(log.errors().getFirst().reference()).isEqualTo("c0ffee");
    }
}
