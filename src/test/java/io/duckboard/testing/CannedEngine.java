package io.duckboard.testing;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.protocol.Usage;
import io.duckboard.query.CancelOutcome;
import io.duckboard.query.QueryEngine;
import io.duckboard.query.QueryOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers the dashboard's query from the sample, or as it is told. */
public final class CannedEngine implements QueryEngine {

    private static final Pattern LIMIT = Pattern.compile("LIMIT (\\d+)");

    private final List<List<@Nullable Object>> view = SampleView.rows();
    private final List<Integer> asked = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<Boolean>> held = new ConcurrentHashMap<>();
    private volatile Optional<QueryOutcome> instead = Optional.empty();

    /** As new. */
    public void forget() {
        asked.clear();
        held.clear();
        answerAgain();
    }

    /** How many rows each question wanted. */
    public List<Integer> asked() {
        return asked;
    }

    /** From now on, this is the outcome of every question. */
    public void alwaysEnd(QueryOutcome outcome) {
        instead = Optional.of(outcome);
    }

    public void answerAgain() {
        instead = Optional.empty();
    }

    /** Questions for this many rows wait until they are let go. */
    public void hold(int rows) {
        held.put(rows, new CompletableFuture<>());
    }

    public void letGo(int rows) {
        held.getOrDefault(rows, new CompletableFuture<>()).complete(true);
    }

    @Override
    public QueryOutcome ask(Request.Query query) {
        var limit = LIMIT.matcher(query.sql());
        int wanted = limit.find() ? Integer.parseInt(limit.group(1)) : query.limit();
        asked.add(wanted);
        held.getOrDefault(wanted, CompletableFuture.completedFuture(true)).join();
        return instead.orElseGet(() -> rows(query, wanted));
    }

    @Override
    public CancelOutcome cancel(UUID queryId) {
        return new CancelOutcome.Accepted();
    }

    @Override
    public InputStream open(ResultFile file) throws IOException {
        throw new IOException("A canned engine writes no files.");
    }

    @Override
    public String description() {
        return "canned";
    }

    private QueryOutcome rows(Request.Query query, int wanted) {
        var rows = view.subList(0, Math.min(wanted, view.size()));
        var metadata = new Metadata(
                Duration.ofMillis(2),
                Instant.EPOCH,
                "event",
                query.sql(),
                asked.size() > 1,
                List.of(),
                rows.size(),
                Truncation.NONE,
                Usage.NONE,
                "",
                "canned");
        return new QueryOutcome.Answered(new Answer.Rows(metadata, rows), Duration.ofMillis(9));
    }
}
