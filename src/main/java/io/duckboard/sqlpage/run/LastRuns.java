package io.duckboard.sqlpage.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.duckboard.client.AnswerWeight;
import io.duckboard.client.RowsOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Holds the last run of each tab while it runs, and for ten minutes after its end if there is room for its answer. */
final class LastRuns {

    /** Caffeine drops an entry as soon as it is this old, and an answer is available until the ten minutes are over. */
    private static final Duration KEPT = Duration.ofMinutes(10).plusNanos(1);

    private final Map<UUID, QueryRun> running = new ConcurrentHashMap<>();
    private final Cache<UUID, Ended> ended;
    private final long mostBytes;

    /** @param mostBytes the maximum memory that all answers take together */
    LastRuns(Clock clock, long mostBytes) {
        this.mostBytes = mostBytes;
        this.ended = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    void started(QueryRun run) {
        running.compute(run.source().tab(), (tab, _) -> {
            ended.invalidate(tab);
            return run;
        });
    }

    /**
     * Called before the run's listeners, which may look for the run here. Does nothing if another run took its place.
     */
    void ended(QueryRun run, RowsOutcome outcome) {
        running.computeIfPresent(run.source().tab(), (tab, last) -> {
            if (!last.equals(run)) {
                return last;
            }
            ended.put(tab, new Ended(run, outcome, AnswerWeight.of(outcome)));
            return null;
        });
        makeRoom();
    }

    /**
     * Drops the oldest answers until the others fit. Caffeine's own bound would drop the newest one, which somebody is
     * waiting for: it keeps what is asked for often, and each answer is asked for once or twice.
     */
    private synchronized void makeRoom() {
        Map<UUID, Ended> oldestFirst =
                ended.policy().expireAfterWrite().orElseThrow().oldest(Integer.MAX_VALUE);
        long bytes = oldestFirst.values().stream().mapToLong(Ended::bytes).sum();
        for (Map.Entry<UUID, Ended> oldest : oldestFirst.entrySet()) {
            if (bytes <= mostBytes) {
                return;
            }
            ended.asMap().remove(oldest.getKey(), oldest.getValue());
            bytes -= oldest.getValue().bytes();
        }
    }

    Optional<QueryRun> of(UUID tab) {
        QueryRun run = running.get(tab);
        return run != null
                ? Optional.of(run)
                : Optional.ofNullable(ended.getIfPresent(tab)).map(Ended::run);
    }

    void forgetOld() {
        ended.cleanUp();
    }

    private record Ended(QueryRun run, RowsOutcome outcome, long bytes) {}
}
