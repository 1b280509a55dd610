package io.duckboard.testing;

import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Problem;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Answers each query by the last line of its script that occurs in the SQL. */
public final class ScriptedEngine implements QueryEngine {

    private final List<Line> script = new CopyOnWriteArrayList<>();
    private final List<Request.Query> asked = new CopyOnWriteArrayList<>();
    private final List<UUID> cancelled = new CopyOnWriteArrayList<>();

    /** As new. */
    public void forget() {
        script.clear();
        asked.clear();
        cancelled.clear();
    }

    /** @param names of the columns, all of them texts, with commas between */
    public void answer(String part, String names, List<List<@Nullable Object>> rows) {
        List<Column> columns = Arrays.stream(names.split(","))
                .map(name -> new Column(name, "VARCHAR"))
                .toList();
        var metadata = new Metadata(
                Duration.ofMillis(2),
                Instant.EPOCH,
                "event",
                "",
                true,
                columns,
                rows.size(),
                Truncation.NONE,
                Usage.NONE,
                "",
                "scripted");
        end(part, new QueryOutcome.Answered(new Answer.Rows(metadata, rows), Duration.ofMillis(9)));
    }

    public void end(String part, QueryOutcome outcome) {
        script.add(new Line(part, CompletableFuture.completedFuture(outcome)));
    }

    /** A query that ends when the answer's future does. */
    public CompletableFuture<QueryOutcome> hold(String part) {
        var outcome = new CompletableFuture<QueryOutcome>();
        script.add(new Line(part, outcome));
        return outcome;
    }

    public List<String> asked() {
        return asked.stream().map(Request.Query::sql).toList();
    }

    public List<UUID> cancelled() {
        return cancelled;
    }

    @Override
    public QueryOutcome ask(Request.Query query) {
        asked.add(query);
        return script.reversed().stream()
                .filter(line -> query.sql().contains(line.part()))
                .findFirst()
                .map(line -> line.outcome().join())
                .orElseGet(() -> new QueryOutcome.Failed(Problem.of(ErrorCode.INTERNAL, "Not in the script.")));
    }

    @Override
    public CancelOutcome cancel(UUID queryId) {
        cancelled.add(queryId);
        return new CancelOutcome.Accepted();
    }

    @Override
    public InputStream open(ResultFile file) throws IOException {
        throw new IOException("A scripted engine writes no files.");
    }

    @Override
    public String description() {
        return "scripted";
    }

    private record Line(String part, CompletableFuture<QueryOutcome> outcome) {}
}
