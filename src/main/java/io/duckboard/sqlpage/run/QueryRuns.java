package io.duckboard.sqlpage.run;

import io.duckboard.client.CancelOutcome;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.QueryService;
import io.duckboard.engine.protocol.Request;
import io.duckboard.security.Owner;
import io.duckboard.sqlpage.history.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The last run of each tab. It belongs to no page: who leaves finds it running, or its answer, when he comes back
 * within ten minutes of its end. Every run is in the history.
 */
@Component
public final class QueryRuns {

    /** An answer is up to 6 MB of JSON, so it is not kept for ever. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final QueryService queries;
    private final History history;
    private final Clock clock;
    private final Map<UUID, QueryRun> byTab = new ConcurrentHashMap<>();

    QueryRuns(QueryService queries, History history, Clock clock) {
        this.queries = queries;
        this.history = history;
        this.clock = clock;
    }

    /** Takes the place of the tab's last run; one that has not ended runs on to its end, unseen. */
    public QueryRun start(Request.Query query, RunSource source) {
        var run = new QueryRun(query, source, clock.instant());
        history.started(source.owner(), run.id(), query.sql());
        byTab.put(source.tab(), run);
        queries.ask(run.query(), outcome -> {
            history.ended(run.id(), outcome);
            run.end(new RunEnd(outcome, clock.instant()));
        });
        return run;
    }

    /** The tab's run, if it is running or ended not long ago. */
    public Optional<QueryRun> of(Owner owner, UUID tab) {
        return Optional.ofNullable(byTab.get(tab))
                .filter(run -> run.source().owner().equals(owner))
                .filter(run -> !isOld(run));
    }

    /** Ends it without waiting for its end: how it ended is told by its outcome. Never exceptional. */
    public CompletableFuture<CancelOutcome> cancel(QueryRun run) {
        return queries.cancel(run.id());
    }

    /** An export of a tab's answer or a plan of it, which is no run of the tab, but has its place in the history. */
    public void record(Owner owner, Request.Query query, QueryOutcome outcome) {
        UUID id = UUID.randomUUID();
        history.started(owner, id, query.sql());
        history.ended(id, outcome);
    }

    @Scheduled(fixedDelayString = "PT1M")
    void forgetOld() {
        byTab.values().removeIf(this::isOld);
    }

    private boolean isOld(QueryRun run) {
        Instant oldest = clock.instant().minus(KEPT);
        return run.end().map(end -> end.at().isBefore(oldest)).orElse(false);
    }
}
