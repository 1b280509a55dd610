package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.QueryDigest;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Asker;
import io.duckboard.security.Origin;
import io.duckboard.security.Owner;
import io.duckboard.security.Place;
import io.duckboard.security.Role;
import io.duckboard.testing.Calls;
import io.duckboard.testing.ObservedEngine;
import io.duckboard.testing.ScriptedEngine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody asks is theirs, and asked only if they may. */
class QueryServiceTest {

    private final ScriptedEngine engine = new ScriptedEngine();
    private final AtomicReference<Asker> asker = new AtomicReference<>(asker("ann", Role.ANALYST));
    private final QueryService queries = new QueryService(engine, asker::get);
    private final UUID id = UUID.randomUUID();

    @Test
    void letsOnlyWhoeverAskedCancel() {
        var held = engine.hold("SELECT 1");
        var outcome = ask(Place.SQL);

        asker.set(asker("bob", Role.OPERATOR));
        assertThat(queries.cancel(id).join()).isInstanceOf(CancelOutcome.NotSent.class);
        assertThat(engine.cancelled()).isEmpty();

        asker.set(asker("ann", Role.ANALYST));
        assertThat(queries.cancel(id).join()).isInstanceOf(CancelOutcome.Accepted.class);
        assertThat(engine.cancelled()).containsExactly(id);
        held.complete(ObservedEngine.failure(ErrorCode.CANCELLED));
        outcome.join();
    }

    @Test
    void cancelsWhatASessionHasAskedThatHasEnded() {
        var held = engine.hold("SELECT 1");
        var outcome = ask(Place.SQL);

        asker.set(asker("nobody", Role.NOBODY));

        assertThat(queries.cancel(id).join()).isInstanceOf(CancelOutcome.Accepted.class);
        held.complete(ObservedEngine.failure(ErrorCode.CANCELLED));
        outcome.join();
    }

    @Test
    void tellsTheEngineNothingOfAQuestionThatItRefuses() {
        asker.set(asker("vera", Role.VIEWER));

        QueryOutcome outcome = ask(Place.SQL).join();

        assertThat(outcome).isInstanceOfSatisfying(QueryOutcome.Failed.class, failed -> {
            assertThat(failed.problem().code()).isEqualTo(ErrorCode.NOT_ALLOWED);
            assertThat(failed.problem().message()).isEqualTo("The role viewer may not do this.");
        });
        assertThat(engine.asked()).isEmpty();
        assertThat(queries.state()).isEqualTo(EngineState.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL", "TIMEOUT"})
    void givesAReferenceToWhatNobodyForesaw(ErrorCode code) {
        engine.end("SELECT 1", Calls.failure(code));

        assertThat(((CallFailure) ask(Place.SQL).join()).failure().hint())
                .isEqualTo("Do something. Reference: " + QueryDigest.of(id));
    }

    @Test
    void givesAReferenceToAnEngineThatIsNotThere() {
        engine.end("SELECT 1", new QueryOutcome.Unreachable("Nobody answers.", ""));

        assertThat(((CallFailure) ask(Place.SQL).join()).failure().hint())
                .isEqualTo("Try again. Duckboard's log says more. Reference: " + QueryDigest.of(id));
    }

    @Test
    void givesNoneToWhoeverIsToldWhatIsWrong() {
        engine.end("SELECT 1", Calls.failure(ErrorCode.SYNTAX));

        assertThat(((CallFailure) ask(Place.SQL).join()).failure().hint()).isEqualTo("Do something.");
    }

    @Test
    void tellsOfEachFinishedCallBeforeItsOutcome() {
        var finished = new CompletableFuture<FinishedCall>();
        queries.onFinished(finished::complete);
        engine.end("SELECT 1", Calls.failure(ErrorCode.SYNTAX));

        QueryOutcome outcome = ask(Place.SQL).join();

        assertThat(finished).isCompleted();
        assertThat(finished.join().outcome()).isEqualTo(outcome);
        assertThat(finished.join().word()).isEqualTo("syntax");
        assertThat(queries.underWay()).isZero();
    }

    @Test
    void finishesWhenWhatIsUnderWayHasBeenToldAndTakesNothingNew() throws InterruptedException {
        var held = engine.hold("SELECT 1");
        var outcome = ask(Place.SQL);
        await().until(() -> !engine.asked().isEmpty());
        queries.finish(Duration.ZERO);

        assertThat(ask(Place.SQL, UUID.randomUUID()).join())
                .isInstanceOfSatisfying(QueryOutcome.Failed.class, failed -> {
                    assertThat(failed.problem().code()).isEqualTo(ErrorCode.BUSY);
                    assertThat(failed.problem().message()).contains("is being stopped");
                });
        assertThat(outcome).isNotDone();

        held.complete(ObservedEngine.failure(ErrorCode.CANCELLED));
        queries.finish(Duration.ofMinutes(10));
        assertThat(outcome).isDone();
        assertThat(engine.asked()).hasSize(1);
    }

    /** As a context of the app is stopped for a while, and started again. */
    @Test
    void takesQueriesAgainAfterAStopThatWasNone() {
        engine.answer("SELECT 1", "one", List.of(List.of("1")));
        var end = new EndOfQueries(queries);
        end.start();
        end.stop();
        assertThat(ask(Place.SQL).join()).isInstanceOf(QueryOutcome.Failed.class);

        end.start();

        assertThat(ask(Place.SQL, UUID.randomUUID()).join()).isInstanceOf(QueryOutcome.Answered.class);
    }

    private CompletableFuture<QueryOutcome> ask(Place page) {
        return ask(page, id);
    }

    private CompletableFuture<QueryOutcome> ask(Place page, UUID queryId) {
        var outcome = new CompletableFuture<QueryOutcome>();
        queries.ask(page, Request.Query.of("SELECT 1").queryId(queryId), outcome::complete);
        return outcome;
    }

    private static Asker asker(String name, Role role) {
        return new Asker(new Owner("user:" + name), name, role, CallerId.random(), Origin.APP);
    }
}
