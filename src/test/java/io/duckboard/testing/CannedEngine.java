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
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers the dashboard's queries from the sample, or as a test sets it. */
public final class CannedEngine implements QueryEngine {

    private static final Pattern LIMIT = Pattern.compile("LIMIT (\\d+)");

    private static final String TABLES = "name,kind,rows,bytes,files,partitioned_by,built_at_ms,built_from,problem";
    private static final String RANKING = "location_id,zone,borough,counts,share,view_rows";

    /** When the view was built. */
    public static final Instant BUILT_AT = Instant.parse("2025-03-01T08:40:00Z");

    private final List<List<@Nullable Object>> view = SampleView.rows();
    private final List<Integer> asked = new CopyOnWriteArrayList<>();
    private final Map<UUID, Integer> rankings = new ConcurrentHashMap<>();
    private final List<Integer> cancelled = new CopyOnWriteArrayList<>();
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<Boolean>> held = new ConcurrentHashMap<>();
    private final Map<String, CallFailure> ends = new ConcurrentHashMap<>();
    private volatile Optional<Instant> builtAt = Optional.of(BUILT_AT);
    private volatile Instant tripsLoadedAt = BUILT_AT;

    /** Resets the engine to its first state. */
    public void forget() {
        asked.clear();
        rankings.clear();
        cancelled.clear();
        answered.clear();
        held.clear();
        builtAt = Optional.of(BUILT_AT);
        tripsLoadedAt = BUILT_AT;
        answerAgain();
    }

    /** Returns how many rows each question for the ranking asked for. */
    public List<Integer> asked() {
        return asked;
    }

    /** Returns how many rows each cancelled question for the ranking asked for. */
    public List<Integer> cancelled() {
        return cancelled;
    }

    /** Returns the SQL of all questions that it has answered, in the order of its answers. */
    public List<String> answered() {
        return answered;
    }

    /** Gives every question this outcome from now on. */
    public void alwaysEnd(CallFailure failure) {
        end("", failure);
    }

    /** Gives every question whose SQL contains this part this outcome from now on. */
    public void end(String part, CallFailure failure) {
        ends.put(part, failure);
    }

    public void answerAgain() {
        ends.clear();
    }

    /** Makes the lake found, but without the time when the view was built. */
    public void forgetWhenTheViewWasBuilt() {
        builtAt = Optional.empty();
    }

    /** Makes the trips newer than the view. */
    public void loadTripsAgain() {
        tripsLoadedAt = BUILT_AT.plusSeconds(60);
    }

    /** Makes questions for this many rows wait until they are released. */
    public void hold(int rows) {
        held.put(rows, new CompletableFuture<>());
    }

    public void letGo(int rows) {
        held.getOrDefault(rows, new CompletableFuture<>()).complete(true);
    }

    @Override
    public RowsOutcome ask(Request.Query query) {
        RowsOutcome outcome = outcome(query);
        answered.add(query.sql());
        return outcome;
    }

    @Override
    public ExportOutcome export(Request.Query query, Export into) {
        return new QueryOutcome.Failed(Problem.of(ErrorCode.INVALID_REQUEST, "A canned engine writes no files."));
    }

    @Override
    public CancelOutcome cancel(UUID queryId) {
        Optional.ofNullable(rankings.get(queryId)).ifPresent(cancelled::add);
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

    private RowsOutcome outcome(Request.Query query) {
        if (query.sql().contains("FROM trips")) {
            return end(query)
                    .orElseGet(() -> query.sql().contains("hour")
                            ? answer(query, "pickup_hour,trips", SampleView.hour())
                            : answer(query, "count", SampleView.trips()));
        }
        if (query.sql().contains("FROM lake.tables ORDER BY")) {
            return end(query).orElseGet(() -> answer(query, TABLES, tables()));
        }
        if (query.sql().contains("lake.tables")) {
            return end(query).orElseGet(() -> answer(query, RANKING + ",built_at_ms", wholeView()));
        }
        var limit = LIMIT.matcher(query.sql());
        int wanted = limit.find() ? Integer.parseInt(limit.group(1)) : query.limit();
        query.queryId().ifPresent(id -> rankings.put(id, wanted));
        asked.add(wanted);
        held.getOrDefault(wanted, CompletableFuture.completedFuture(true)).join();
        return end(query).orElseGet(() -> answer(query, RANKING, view.subList(0, Math.min(wanted, view.size()))));
    }

    private Optional<RowsOutcome> end(Request.Query query) {
        return ends.entrySet().stream()
                .filter(end -> query.sql().contains(end.getKey()))
                .<RowsOutcome>map(Map.Entry::getValue)
                .findFirst();
    }

    private List<List<@Nullable Object>> wholeView() {
        return view.stream()
                .map(row -> {
                    List<@Nullable Object> whole = new ArrayList<>(row);
                    whole.add(builtAt.map(Instant::toEpochMilli).orElse(null));
                    return whole;
                })
                .toList();
    }

    /** Returns the rows that io.duckboard.datapage.TableEntry asks for. */
    private List<List<@Nullable Object>> tables() {
        return List.of(
                Arrays.asList(
                        "trips", "dataset", 10_000, 1, 1, List.of(), tripsLoadedAt.toEpochMilli(), List.of(), null),
                Arrays.asList(
                        "top_pickup_locations",
                        "model",
                        137,
                        1,
                        1,
                        List.of(),
                        builtAt.map(Instant::toEpochMilli).orElse(null),
                        List.of("trips"),
                        null));
    }

    private RowsOutcome answer(Request.Query query, String names, List<List<@Nullable Object>> rows) {
        var metadata = new Metadata(
                Duration.ofMillis(2),
                Instant.EPOCH,
                "event",
                query.sql(),
                asked.size() > 1,
                Arrays.stream(names.split(","))
                        .map(name -> new Column(name, "VARCHAR"))
                        .toList(),
                rows.size(),
                Truncation.NONE,
                Usage.NONE,
                "",
                "canned");
        return new QueryOutcome.Answered(new Answer.Rows(metadata, rows), Duration.ofMillis(9));
    }
}
