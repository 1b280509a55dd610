package io.duckboard.testing;

import io.duckboard.client.CallFailure;
import io.duckboard.client.CancelOutcome;
import io.duckboard.client.ExportOutcome;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.protocol.Usage;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Answers or fails as a test sets it, and records what it was asked. */
public final class ObservedEngine implements QueryEngine {

    private static final Duration TIME = Duration.ofMillis(3);

    private final Function<Request.Query, Optional<CallFailure>> failures;
    private final List<Request.Query> asked = new CopyOnWriteArrayList<>();
    private final List<UUID> cancelled = new CopyOnWriteArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();

    /** @param failures returns why a query fails; empty for a query that is answered */
    public ObservedEngine(Function<Request.Query, Optional<CallFailure>> failures) {
        this.failures = failures;
    }

    public List<Request.Query> asked() {
        return asked;
    }

    public List<UUID> cancelled() {
        return cancelled;
    }

    /** Returns the greatest number of questions that it had at once. */
    public int mostRunning() {
        return mostRunning.get();
    }

    @Override
    public RowsOutcome ask(Request.Query query) {
        return failure(query).<RowsOutcome>map(failure -> failure).orElseGet(() -> rows(query));
    }

    @Override
    public ExportOutcome export(Request.Query query, Export into) {
        return failure(query.into(into)).<ExportOutcome>map(failure -> failure).orElseGet(() -> file(query));
    }

    @Override
    public CancelOutcome cancel(UUID queryId) {
        cancelled.add(queryId);
        return new CancelOutcome.Accepted();
    }

    @Override
    public InputStream open(ResultFile file) {
        return InputStream.nullInputStream();
    }

    @Override
    public String description() {
        return "observed";
    }

    /** Returns the rows {@code [[1]]}. */
    public static RowsOutcome rows(Request.Query query) {
        return new QueryOutcome.Answered(new Answer.Rows(metadata(query), List.of(List.of(1))), TIME);
    }

    /** Returns a file of one row, with the query's id in its name. */
    public static ExportOutcome file(Request.Query query) {
        String path = "_duckboard/results/" + query.queryId().orElseThrow() + ".parquet";
        return new QueryOutcome.Exported(
                new Answer.Exported(metadata(query), new ResultFile(path, 1, 500, Optional.empty())), TIME);
    }

    public static CallFailure failure(ErrorCode code) {
        return new QueryOutcome.Failed(Problem.of(code, "It is " + code + ".", "Do something."));
    }

    private Optional<CallFailure> failure(Request.Query query) {
        asked.add(query);
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            return failures.apply(query);
        } finally {
            running.decrementAndGet();
        }
    }

    private static Metadata metadata(Request.Query query) {
        var usage = new Usage(OptionalLong.of(100), OptionalLong.empty(), 4, new BigDecimal("0.0000010000"));
        return new Metadata(
                TIME, Instant.EPOCH, "event", query.sql(), true, List.of(), 1, Truncation.NONE, usage, "", "observed");
    }
}
