package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.local.LocalLambdaConfig;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.lake.trips.SampleLake;
import io.duckboard.security.Asker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an engine, a function or a network does, the app gets an outcome it can show. */
@Tag("process")
class LambdaQueryEngineTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(6);
    private static final Query ENDLESS = Query.of("SELECT count(*) FROM range(10000000) a, range(10000000) b");

    /** A single call of a scalar function, during which DuckDB checks for nothing else. */
    private static final Query ENDLESS_CALL =
            Query.of("SELECT levenshtein(repeat('ab', 200000) || range, repeat('ba', 200000)) FROM range(1)");

    private static LakeLocation.Folder lake;

    private LocalLambda lambda;
    private LambdaQueryEngine engine;

    @BeforeAll
    static void populate(@TempDir Path folder) throws IOException {
        lake = new LakeLocation.Folder(folder);
        new SampleLake(Clock.systemUTC()).populate(lake);
    }

    @BeforeEach
    void start() throws IOException {
        lambda = LocalLambda.start(LocalLambdaConfig.of(
                        WorkerFunction.of(DuckboardFunctions.QUERY, "io.duckboard.engine.lambda.QueryHandler")
                                .workers(1, 1)
                                .timeout(TIMEOUT)
                                .environment(Map.of("DUCKBOARD_LAKE", lake.toString())),
                        WorkerFunction.of(DuckboardFunctions.CONTROL, "io.duckboard.engine.lambda.ControlHandler")
                                .workers(1, 1)
                                .environment(Map.of("DUCKBOARD_LAKE", lake.toString())))
                .queueTime(Duration.ofMillis(50)));
        engine = engine(DuckboardFunctions.QUERY, lambda.accessKey());
    }

    @AfterEach
    void close() {
        engine.close();
        lambda.close();
    }

    @Test
    void answersWithRowsAndTheirRoundTrip() {
        assertThat(engine.ask(Query.of("SELECT count(*) FROM trips")))
                .isInstanceOfSatisfying(QueryOutcome.Answered.class, answered -> {
                    assertThat(answered.answer().rows()).containsExactly(List.of(10_000));
                    assertThat(answered.roundTrip())
                            .isGreaterThan(answered.answer().metadata().time());
                });
    }

    @Test
    void takesNoFileForRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.ask(Query.of("SELECT 1").into(new Export.Parquet())))
                .withMessageContaining("not what was asked for");
    }

    @Test
    void passesOnWhyAQueryFailed() {
        assertFailed(engine.ask(Query.of("FROM nowhere")), ErrorCode.UNKNOWN_NAME);
    }

    @Test
    void saysThatAQueryTookTooLongAndAsksAgainAfterwards() {
        assertFailed(engine.ask(ENDLESS), ErrorCode.TIMEOUT);
        assertThat(engine.ask(Query.of("SELECT 1"))).isInstanceOf(QueryOutcome.Answered.class);
    }

    @Test
    void saysThatAQueryThatHeedsNoInterruptionTookTooLong() {
        assertFailed(engine.ask(ENDLESS_CALL.timeout(Duration.ofMillis(500))), ErrorCode.TIMEOUT);
        assertThat(engine.ask(Query.of("SELECT 1"))).isInstanceOf(QueryOutcome.Answered.class);
    }

    @Test
    void cancelsAQuery() {
        UUID id = UUID.randomUUID();
        var slow = CompletableFuture.supplyAsync(() -> engine.ask(ENDLESS.queryId(id)));

        assertThat(engine.cancel(id)).isInstanceOf(CancelOutcome.Accepted.class);

        assertFailed(slow.join(), ErrorCode.CANCELLED);
    }

    @Test
    void cancelsAQueryThatHeedsNoInterruption() {
        UUID id = UUID.randomUUID();
        var slow = CompletableFuture.supplyAsync(() -> engine.ask(ENDLESS_CALL.queryId(id)));

        engine.cancel(id);

        assertFailed(slow.join(), ErrorCode.CANCELLED);
    }

    @Test
    void saysThatACallWasGivenUpWhoseVirtualThreadIsInterrupted() throws InterruptedException {
        UUID id = UUID.randomUUID();
        var outcome = new CompletableFuture<RowsOutcome>();
        Thread caller = Thread.startVirtualThread(() -> outcome.complete(engine.ask(ENDLESS.queryId(id))));
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);

        caller.interrupt();

        assertUnreachable(outcome.join(), "The call was given up");
        engine.cancel(id);
    }

    @Test
    void saysThatACancelReachedNobody() {
        lambda.close();

        assertThat(engine.cancel(UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        CancelOutcome.NotSent.class,
                        notSent -> assertThat(notSent.failure().message()).contains("Nobody answers"));
    }

    @Test
    void saysThatTheEngineIsBusy() {
        var slow = CompletableFuture.supplyAsync(() -> engine.ask(ENDLESS));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertFailed(engine.ask(Query.of("SELECT 1")), ErrorCode.BUSY));
        assertFailed(slow.join(), ErrorCode.TIMEOUT);
    }

    @Test
    void answersAnotherCallerWhileOneKeepsTheWorkerBusy() {
        Asker one = Asker.everyone();
        UUID id = UUID.randomUUID();
        var slow = CompletableFuture.supplyAsync(() -> engine.ask(ENDLESS.queryId(id), one));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertFailed(engine.ask(Query.of("SELECT 1"), one), ErrorCode.BUSY));

        assertThat(engine.ask(Query.of("SELECT 1"), Asker.everyone())).isInstanceOf(QueryOutcome.Answered.class);

        engine.cancel(id);
        assertThat(slow.join()).isInstanceOf(QueryOutcome.Failed.class);
    }

    @Test
    void saysThatThereIsNoSuchFunction() {
        try (var elsewhere = engine("duckboard-nowhere", lambda.accessKey())) {
            assertUnreachable(elsewhere.ask(Query.of("SELECT 1")), "no such function: duckboard-nowhere");
        }
    }

    @Test
    void saysThatTheKeyIsNotKnown() {
        try (var stranger = engine(DuckboardFunctions.QUERY, "AKIDNOTTHEONE")) {
            assertUnreachable(stranger.ask(Query.of("SELECT 1")), "is not known there");
        }
    }

    @Test
    void saysThatNobodyAnswers() {
        lambda.close();

        assertUnreachable(engine.ask(Query.of("SELECT 1")), "Nobody answers");
    }

    private LambdaQueryEngine engine(String function, String accessKey) {
        return LambdaQueryEngine.onThisMachine(lambda.endpoint(), accessKey, lambda.secretKey(), function, TIMEOUT);
    }

    private static void assertFailed(QueryOutcome outcome, ErrorCode code) {
        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(QueryOutcome.Failed.class))
                .satisfies(failed -> assertThat(failed.problem().code()).isEqualTo(code));
    }

    private static void assertUnreachable(QueryOutcome outcome, String message) {
        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(QueryOutcome.Unreachable.class))
                .satisfies(unreachable -> {
                    assertThat(unreachable.failure().message()).contains(message);
                    assertThat(unreachable.failure().hint()).isNotBlank();
                });
    }
}
