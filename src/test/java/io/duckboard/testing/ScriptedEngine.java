package io.duckboard.testing;

import io.duckboard.client.CallFailure;
import io.duckboard.client.CancelOutcome;
import io.duckboard.client.ExportOutcome;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.client.RowsOutcome;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.protocol.Truncation;
import io.duckboard.engine.protocol.Usage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Answers each query with the last line of its script that occurs in the SQL. */
public final class ScriptedEngine implements QueryEngine {

    private static final Duration ROUND_TRIP = Duration.ofMillis(9);

    private static final CallFailure NOT_IN_THE_SCRIPT =
            new QueryOutcome.Failed(Problem.of(ErrorCode.INTERNAL, "Not in the script."));

    private final Script<RowsOutcome> answers = new Script<>();
    private final Script<ExportOutcome> exports = new Script<>();
    private final List<Request.Query> asked = new CopyOnWriteArrayList<>();
    private final List<UUID> cancelled = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    /** Resets the engine to its first state. */
    public void forget() {
        answers.forget();
        exports.forget();
        asked.clear();
        cancelled.clear();
        files.clear();
    }

    /** @param names of the columns, separated by commas; all columns are texts */
    public void answer(String part, String names, List<List<@Nullable Object>> rows) {
        answers.end(part, new QueryOutcome.Answered(new Answer.Rows(metadata(names, rows.size()), rows), ROUND_TRIP));
    }

    /**
     * Answers exports with this content as the whole answer, which counts as one row.
     *
     * @param path of a file of its own, which {@link #lose} removes
     */
    public void export(String part, String names, String path, byte[] content) {
        files.put(path, content);
        var file = new ResultFile(path, 1, content.length, Optional.empty());
        exports.end(part, new QueryOutcome.Exported(new Answer.Exported(metadata(names, 1), file), ROUND_TRIP));
    }

    /** Removes this whole answer from now on. */
    public void lose(String path) {
        files.remove(path);
    }

    /** Ends queries whose SQL contains this part with a failure, whatever they ask for. */
    public void end(String part, CallFailure failure) {
        answers.end(part, failure);
        exports.end(part, failure);
    }

    /** Holds a query for rows until the test completes the returned future. */
    public CompletableFuture<RowsOutcome> hold(String part) {
        return answers.hold(part);
    }

    /** Does the same for a whole answer. */
    public CompletableFuture<ExportOutcome> holdExport(String part) {
        return exports.hold(part);
    }

    /** Returns each question as a whole, in order. */
    public List<Request.Query> questions() {
        return asked;
    }

    public List<String> asked() {
        return asked.stream().map(Request.Query::sql).toList();
    }

    public List<Request.Query> queries() {
        return asked;
    }

    public List<UUID> cancelled() {
        return cancelled;
    }

    @Override
    public RowsOutcome ask(Request.Query query) {
        asked.add(query);
        return answers.outcome(query.sql()).orElse(NOT_IN_THE_SCRIPT);
    }

    @Override
    public ExportOutcome export(Request.Query query, Export into) {
        asked.add(query.into(into));
        return exports.outcome(query.sql()).orElse(NOT_IN_THE_SCRIPT);
    }

    @Override
    public CancelOutcome cancel(UUID queryId) {
        cancelled.add(queryId);
        return new CancelOutcome.Accepted();
    }

    @Override
    public InputStream open(ResultFile file) throws IOException {
        byte[] content = files.get(file.path());
        if (content == null) {
            throw new IOException("The link to the whole answer is not valid, or no longer.");
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public String description() {
        return "scripted";
    }

    private static Metadata metadata(String names, long rows) {
        List<Column> columns = Arrays.stream(names.split(","))
                .map(name -> new Column(name, "VARCHAR"))
                .toList();
        return new Metadata(
                Duration.ofMillis(2),
                Instant.EPOCH,
                "event",
                "",
                true,
                columns,
                rows,
                Truncation.NONE,
                Usage.NONE,
                "",
                "scripted");
    }
}
