package io.duckboard.sqlpage.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Asker;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.history.History;
import io.duckboard.sqlpage.history.HistoryOutcome;
import io.duckboard.testing.KeptHome;
import io.duckboard.testing.ObservedEngine;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.SettableClock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A query continues after the person who started it leaves the page, and its answer is held for ten minutes. */
class QueryRunsTest {

    @RegisterExtension
    private static final KeptHome HOME = new KeptHome();

    private static final Request.Query QUERY = Request.Query.of("SELECT 1");

    private final SettableClock clock = new SettableClock();
    private final ScriptedEngine engine = new ScriptedEngine();
    private final CompletableFuture<RowsOutcome> answer = engine.hold(QUERY.sql());
    private final History history = new History(HOME.database(), clock);
    private final QueryRuns runs = new QueryRuns(new QueryService(engine, Asker::everyone), history, clock);
    private final Owner owner = new Owner(UUID.randomUUID().toString());
    private final UUID tab = UUID.randomUUID();

    @Test
    void isFoundRunningByWhoeverComesBack() {
        QueryRun run = start();

        assertThat(runs.of(owner, tab)).contains(run);
        assertThat(run.isRunning()).isTrue();
        assertThat(history.search(owner, "", 0, 10).getFirst().outcome()).isEqualTo(HistoryOutcome.RUNNING);
        answer.complete(ObservedEngine.rows(QUERY));
    }

    @Test
    void hasItsAnswerForTenMinutes() {
        QueryRun run = start();
        answer.complete(ObservedEngine.rows(QUERY));
        await().until(() -> !run.isRunning());

        clock.advance(Duration.ofMinutes(10));
        assertThat(runs.of(owner, tab)).contains(run);
        clock.advance(Duration.ofMillis(1));
        assertThat(runs.of(owner, tab)).isEmpty();
    }

    @Test
    void isLetGoWhenItIsOldAndNotWhileItRuns() {
        QueryRun run = start();
        clock.advance(Duration.ofHours(1));
        runs.forgetOld();
        assertThat(runs.of(owner, tab)).contains(run);

        answer.complete(ObservedEngine.rows(QUERY));
        await().until(() -> !run.isRunning());
        clock.advance(Duration.ofMinutes(11));
        runs.forgetOld();
        clock.advance(Duration.ofMinutes(-11));
        assertThat(runs.of(owner, tab)).isEmpty();
    }

    @Test
    void tellsThoseFirstWhoAskedFirst() {
        QueryRun run = start();
        var told = new CopyOnWriteArrayList<String>();
        run.whenEnded(_ -> told.add("first"));
        run.whenEnded(_ -> {
            throw new IllegalStateException("One who fails keeps nobody from being told.");
        });
        run.whenEnded(_ -> told.add("last"));

        answer.complete(ObservedEngine.rows(QUERY));

        await().untilAsserted(() -> assertThat(told).containsExactly("first", "last"));
    }

    @Test
    void tellsAllWhoFollowItHowItEnds() {
        QueryRun run = start();
        var told = new CopyOnWriteArrayList<RowsOutcome>();
        run.whenEnded(told::add);
        run.whenEnded(told::add);

        answer.complete(ObservedEngine.failure(ErrorCode.TIMEOUT));

        await().until(() -> told.size() == 2);
        run.whenEnded(told::add);
        assertThat(told)
                .hasSize(3)
                .containsOnly(told.getFirst())
                .first()
                .isInstanceOfSatisfying(
                        QueryOutcome.Failed.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo(ErrorCode.TIMEOUT));
        assertThat(history.search(owner, "", 0, 10).getFirst().outcome()).isEqualTo(HistoryOutcome.TIMED_OUT);
    }

    @Test
    void isCancelledByItsId() {
        QueryRun run = start();

        runs.cancel(run).join();

        assertThat(engine.cancelled()).containsExactly(run.id());
        assertThat(run.query().queryId()).contains(run.id());
        answer.complete(ObservedEngine.failure(ErrorCode.CANCELLED));
    }

    @Test
    void isNobodyElses() {
        start();

        assertThat(runs.of(new Owner("somebody else"), tab)).isEmpty();
        answer.complete(ObservedEngine.rows(QUERY));
    }

    private QueryRun start() {
        return runs.start(QUERY, new RunSource(owner, tab, 0, 1, 1));
    }
}
