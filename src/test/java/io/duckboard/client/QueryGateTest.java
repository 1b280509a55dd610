package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.audit.AuditFilter;
import io.duckboard.audit.AuditLine;
import io.duckboard.audit.AuditOutcome;
import io.duckboard.audit.TestAudit;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.QueryDigest;
import io.duckboard.engine.protocol.Request;
import io.duckboard.limit.TestLimits;
import io.duckboard.security.Asker;
import io.duckboard.security.Place;
import io.duckboard.testing.SampleEngine;
import io.duckboard.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Over a real engine: limits hold, however queries end, and each query leaves one line. */
@Tag("process")
class QueryGateTest {

    @RegisterExtension
    static final SampleEngine ENGINE = new SampleEngine();

    /** Ends by its deadline, or when it is cancelled. */
    private static final String ENDLESS =
            "SELECT sum(hash(a.range + b.range)) FROM range(1000000) AS a, range(1000000) AS b";

    @TempDir
    private Path folder;

    @Test
    void letsNoMoreRunAtOnceThanAllowedAndGivesPlacesBackHoweverQueriesEnd() throws IOException {
        QueryService queries = queries("queries=2");
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        var cancelled = ask(queries, Request.Query.of(ENDLESS).queryId(first));
        var timedOut = ask(queries, Request.Query.of(ENDLESS).queryId(second).timeout(Duration.ofSeconds(3)));

        await().until(() -> ask(queries, Request.Query.of("SELECT 1")).join() instanceof QueryOutcome.Limited);
        await().until(() -> {
            queries.cancel(first).join();
            return cancelled.isDone();
        });

        assertThat(timedOut.join()).isInstanceOf(QueryOutcome.Failed.class);
        for (int i = 0; i < 3; i++) {
            assertThat(ask(queries, Request.Query.of("SELEC 1")).join()).isInstanceOf(QueryOutcome.Failed.class);
            assertThat(ask(queries, Request.Query.of("SELECT 1")).join()).isInstanceOf(QueryOutcome.Answered.class);
        }
    }

    @Test
    void letsExactlyAsManyBeginAsAMinuteMayFromManyThreads() throws IOException {
        QueryService queries = queries("per-minute=5");
        List<CompletableFuture<QueryOutcome>> asked = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            asked.add(ask(queries, Request.Query.of("SELECT " + i)));
        }

        List<QueryOutcome> outcomes =
                asked.stream().map(CompletableFuture::join).toList();

        assertThat(outcomes.stream().filter(QueryOutcome.Answered.class::isInstance))
                .hasSize(5);
        assertThat(outcomes.stream().filter(QueryOutcome.Limited.class::isInstance))
                .hasSize(15);
    }

    @Test
    void endsAQueryThatTakesLongerThanItMayAndSaysThatItIsTheLimit() throws IOException {
        QueryService queries = queries("seconds=1");

        QueryOutcome outcome = ask(queries, Request.Query.of(ENDLESS)).join();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        QueryOutcome.Failed.class,
                        failed -> assertThat(failed.problem().message())
                                .isEqualTo(
                                        "The query took longer than the 1 s that a query of yours may (seconds=1)."));
    }

    @Test
    void refusesTheQueryAfterTheOneThatCrossedTheLineOfTheDay() throws IOException {
        QueryService queries = queries("dollars-per-day=0.0000000001");

        assertThat(ask(queries, Request.Query.of("SELECT 1")).join()).isInstanceOf(QueryOutcome.Answered.class);
        assertThat(ask(queries, Request.Query.of("SELECT 1")).join())
                .isInstanceOfSatisfying(QueryOutcome.Limited.class, limited -> {
                    assertThat(limited.failure().message()).contains("today, as much as you may (dollars-per-day=");
                    assertThat(limited.freeIn()).isPositive();
                });
    }

    /** Time that was waited for costs, though nobody got an answer for it. */
    @Test
    void countsWhatATimeoutMustHaveCost() throws IOException {
        QueryService queries = queries("seconds=1 dollars-per-day=0.00002");

        assertThat(ask(queries, Request.Query.of(ENDLESS)).join()).isInstanceOf(QueryOutcome.Failed.class);
        assertThat(ask(queries, Request.Query.of("SELECT 1")).join()).isInstanceOf(QueryOutcome.Limited.class);
    }

    @Test
    void recordsEachQueryWithItsOutcomeAndNotItsText() throws IOException {
        var audit = new TestAudit(folder);
        QueryService queries = new QueryService(
                ENGINE.get(), Asker::everyone, TestLimits.of("per-minute=2"), audit.audit(), Traces.NONE);
        UUID id = UUID.randomUUID();

        ask(queries, Request.Query.of("SELECT 'secret' FROM trips").queryId(id)).join();
        ask(queries, Request.Query.of("SELECT nothing FROM trips")).join();
        ask(queries, Request.Query.of("SELECT 1")).join();

        List<AuditLine> lines = audit.lines(AuditFilter.ALL);
        assertThat(lines)
                .extracting(AuditLine::outcome)
                .containsExactly(AuditOutcome.LIMITED, AuditOutcome.FAILED, AuditOutcome.ANSWERED);
        AuditLine answered = lines.getLast();
        assertThat(answered.id()).isEqualTo(QueryDigest.of(id));
        assertThat(answered.rows()).hasValue(20);
        assertThat(answered.usd().orElseThrow()).isPositive();
        assertThat(answered.sql()).isEmpty();
        assertThat(answered.sqlDigest()).hasSize(64);
        assertThat(audit.text()).doesNotContain("secret");
    }

    @Test
    void recordsADownloadWithWhatWasSent() throws IOException {
        var audit = new TestAudit(folder);
        QueryService queries =
                new QueryService(ENGINE.get(), Asker::everyone, TestLimits.of("none"), audit.audit(), Traces.NONE);
        var outcome = new CompletableFuture<ExportOutcome>();
        UUID id = UUID.randomUUID();
        queries.export(Request.Query.of("SELECT * FROM zones").queryId(id), new Export.JsonLines(), outcome::complete);
        var file = ((QueryOutcome.Exported) outcome.join()).answer().file();

        try (InputStream whole = queries.open(file)) {
            whole.readAllBytes();
        }
        try (InputStream part = queries.open(file)) {
            part.readNBytes(10);
        }

        List<AuditLine> lines = audit.lines(AuditFilter.ALL);
        assertThat(lines)
                .extracting(AuditLine::outcome)
                .containsExactly(AuditOutcome.BROKEN_OFF, AuditOutcome.SENT, AuditOutcome.EXPORTED);
        assertThat(lines).extracting(AuditLine::id).containsOnly(QueryDigest.of(id));
        assertThat(lines.get(0).bytes()).hasValue(10);
        assertThat(lines.get(1).bytes()).hasValue(file.bytes());
    }

    @Test
    void asksNothingThatCouldNotBeRecorded() throws IOException {
        var audit = TestAudit.onAFullDisk();
        audit.fill();
        QueryService queries =
                new QueryService(ENGINE.get(), Asker::everyone, TestLimits.of("none"), audit.audit(), Traces.NONE);

        assertThat(ask(queries, Request.Query.of("SELECT 1")).join())
                .isInstanceOfSatisfying(
                        QueryOutcome.Unreachable.class,
                        refused -> assertThat(refused.failure().message())
                                .startsWith("Duckboard cannot record what is done here"));
    }

    private QueryService queries(String allowance) throws IOException {
        return new QueryService(
                ENGINE.get(), Asker::everyone, TestLimits.of(allowance), new TestAudit(folder).audit(), Traces.NONE);
    }

    private static CompletableFuture<QueryOutcome> ask(QueryService queries, Request.Query query) {
        var outcome = new CompletableFuture<QueryOutcome>();
        queries.ask(Place.SQL, query, outcome::complete);
        return outcome;
    }
}
