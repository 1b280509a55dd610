package io.duckboard.sqlpage.run;

import io.duckboard.client.CancelOutcome;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Owner;
import io.duckboard.security.Place;
import io.duckboard.sqlpage.history.History;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds the last run of each tab. A run does not belong to a page: people who leave and come back find it running, or
 * find its answer within ten minutes of its end, unless the answers of others have taken its room. Every run is in the
 * history.
 */
@Component
public final class QueryRuns {

    /** An answer is up to 6 MB of JSON, and many people may ask. */
    private static final int PART_OF_THE_HEAP = 4;

    private final QueryService queries;
    private final History history;
    private final Clock clock;
    private final LastRuns last;

    QueryRuns(QueryService queries, History history, Clock clock) {
        this.queries = queries;
        this.history = history;
        this.clock = clock;
        this.last = new LastRuns(clock, Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP);
    }

    /** Starts a run in place of the tab's last one. A last run that has not ended continues to its end, unseen. */
    public QueryRun start(Request.Query query, RunSource source) {
        var run = new QueryRun(query, source, clock.instant());
        history.started(source.owner(), run.id(), query.sql());
        last.started(run);
        queries.ask(Place.SQL, run.query(), outcome -> {
            history.ended(run.id(), outcome);
            last.ended(run, outcome);
            run.end(outcome);
        });
        return run;
    }

    /** Returns the tab's run if it is running, or ended recently and its answer is still held. */
    public Optional<QueryRun> of(Owner owner, UUID tab) {
        return last.of(tab).filter(run -> run.source().owner().equals(owner));
    }

    /**
     * Cancels a run without waiting for its end, which its outcome reports. The future never completes exceptionally.
     */
    public CompletableFuture<CancelOutcome> cancel(QueryRun run) {
        return queries.cancel(run.id());
    }

    /** Records an export or a plan of a tab's answer in the history. Neither is a run of the tab. */
    public void record(Owner owner, Request.Query query, QueryOutcome outcome) {
        UUID id = UUID.randomUUID();
        history.started(owner, id, query.sql());
        history.ended(id, outcome);
    }

    @Scheduled(fixedDelayString = "PT1M")
    void forgetOld() {
        last.forgetOld();
    }
}
