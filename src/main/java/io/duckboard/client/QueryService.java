package io.duckboard.client;

import io.duckboard.audit.Audit;
import io.duckboard.audit.AuditEvent;
import io.duckboard.audit.AuditOutcome;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.local.UnderWay;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.QueryDigest;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.limit.Limits;
import io.duckboard.security.Asker;
import io.duckboard.security.Owner;
import io.duckboard.security.Place;
import io.duckboard.security.Role;
import io.duckboard.trace.Part;
import io.duckboard.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Asks the engine without blocking the caller, and remembers how the last call went. It asks nothing for those who may
 * not ask it, or have asked too much, and has everything recorded.
 */
@Service
public final class QueryService {

    private static final Logger LOG = LoggerFactory.getLogger(QueryService.class);

    private static final CallFailure TAKEN = new QueryOutcome.Failed(Problem.of(
            ErrorCode.INVALID_REQUEST,
            "A query of this id is under way.",
            "Give each query an id of its own, or none."));

    private final QueryEngine engine;
    private final Supplier<Asker> askers;
    private final Traces traces;
    private final UnderWay calls = new UnderWay();
    private final QueryGate gate;
    private final Audit audit;
    private final ExportedFiles files = new ExportedFiles();
    private final Map<UUID, Owner> underWay = new ConcurrentHashMap<>();
    private final Executor threads = task -> Thread.ofVirtual().name("query").start(task);
    private final List<Consumer<EngineState>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<FinishedCall>> finishedListeners = new CopyOnWriteArrayList<>();
    private volatile EngineState state = EngineState.UNKNOWN;

    /** A service without limits, whose calls nobody records or follows. */
    public QueryService(QueryEngine engine, Supplier<Asker> askers) {
        this(engine, askers, Limits.none(), Audit.off(), Traces.NONE);
    }

    /** @param askers supplies whoever asks now, on the asker's thread */
    @Autowired
    public QueryService(QueryEngine engine, Supplier<Asker> askers, Limits limits, Audit audit, Traces traces) {
        this.engine = engine;
        this.askers = askers;
        this.gate = new QueryGate(limits, audit);
        this.audit = audit;
        this.traces = traces;
    }

    /**
     * Asks for rows and passes the outcome to the listener, on a separate thread.
     *
     * @param page the page that asks; whoever may not open it gets a refusal
     */
    public void ask(Place page, Request.Query query, Consumer<RowsOutcome> listener) {
        Asker asker = askers.get();
        Request.Query named = named(query);
        if (!begins(named, asker)) {
            listener.accept(TAKEN);
            return;
        }
        execute(
                () -> listener.accept(asker.may(page) ? asked(named, asker) : refused(named, asker)),
                () -> listener.accept(stopping(named)));
    }

    /** Does the same for the whole answer, which is written to a file. */
    public void export(Request.Query query, Export into, Consumer<ExportOutcome> listener) {
        Asker asker = askers.get();
        Request.Query named = named(query);
        if (!begins(named, asker)) {
            listener.accept(TAKEN);
            return;
        }
        execute(
                () -> listener.accept(asker.may(Place.EXPORTS) ? exported(named, into, asker) : refused(named, asker)),
                () -> listener.accept(stopping(named)));
    }

    /**
     * Cancels a query without waiting for its end. Whoever asked learns of it from the query's outcome. The future
     * never completes exceptionally.
     */
    public CompletableFuture<CancelOutcome> cancel(UUID queryId) {
        Owner owner = underWay.get(queryId);
        Asker asker = askers.get();
        // With a session end its queries, and then nobody says any more whose it was.
        if (owner != null && asker.role() != Role.NOBODY && !owner.equals(asker.owner())) {
            return CompletableFuture.completedFuture(new CancelOutcome.NotSent(
                    new Failure("This query is somebody else's.", "Only who asked it can cancel it.")));
        }
        return CompletableFuture.supplyAsync(() -> cancelOutcome(queryId), threads);
    }

    /** Returns whether whoever asks has a query of this id under way. */
    public boolean isUnderWay(UUID queryId) {
        return askers.get().owner().equals(underWay.get(queryId));
    }

    /**
     * Reads a whole answer from where the engine has put it, on the caller's own thread. The caller must close the
     * stream.
     *
     * @throws IOException with a sentence, if the file cannot be fetched; the stream throws it too, if it breaks
     *     off
     * @throws FailureException if whoever asks may not take answers home
     */
    public InputStream open(ResultFile file) throws IOException {
        Asker asker = askers.get();
        Optional<Failure> objection = audit.objection();
        if (objection.isPresent()) {
            throw new IOException(objection.get().text());
        }
        try {
            asker.check(Place.DOWNLOADS);
            return new RecordedStream(
                    engine.open(file),
                    (outcome, bytes) -> audit.record(new AuditEvent.Download(
                            asker, files.of(file), outcome, Optional.empty(), OptionalLong.of(bytes))));
        } catch (FailureException e) {
            recordNoDownload(asker, file, AuditOutcome.REFUSED, e);
            throw e;
        } catch (IOException e) {
            recordNoDownload(asker, file, AuditOutcome.FAILED, e);
            throw e;
        }
    }

    private void recordNoDownload(Asker asker, ResultFile file, AuditOutcome outcome, Exception reason) {
        audit.record(new AuditEvent.Download(
                asker, files.of(file), outcome, Optional.ofNullable(reason.getMessage()), OptionalLong.empty()));
    }

    /** Returns where the lake's files are stored, as far as this process knows. These places must not be shown. */
    public List<String> places() {
        return engine.places();
    }

    /** Describes the engine that is asked. */
    public String engine() {
        return engine.description();
    }

    /** Returns what is known of the engine without a call of it. */
    public EngineFacts facts() {
        return engine.facts();
    }

    public EngineState state() {
        return state;
    }

    /**
     * Notifies the listener of every finished call, on the call's own thread. The returned action removes the listener.
     */
    public Runnable onCall(Consumer<EngineState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Tells the listener of every finished call as {@link #onCall} does, and what it was. The returned action removes
     * the listener.
     */
    public Runnable onFinished(Consumer<FinishedCall> listener) {
        finishedListeners.add(listener);
        return () -> finishedListeners.remove(listener);
    }

    /** Returns how many questions have been put and have no outcome yet. */
    public int underWay() {
        return underWay.size();
    }

    private static Request.Query named(Request.Query query) {
        return query.queryId().isPresent() ? query : query.queryId(UUID.randomUUID());
    }

    /** Returns whether nobody has a query of the same id under way, which its owner alone may cancel. */
    private boolean begins(Request.Query query, Asker asker) {
        return underWay.putIfAbsent(query.queryId().orElseThrow(), asker.owner()) == null;
    }

    /** Takes queries again, after an end that was none. */
    void resume() {
        calls.resume();
    }

    /** Takes no more queries, and returns when those under way have been answered, or after {@code longest}. */
    void finish(Duration longest) throws InterruptedException {
        calls.finish();
        int count = calls.count();
        if (count > 0) {
            LOG.info("stopping when the queries under way have ended: {}", count);
        }
        if (!calls.await(longest)) {
            LOG.warn("queries are cut off, which have not ended in {} s: {}", longest.toSeconds(), calls.count());
        }
    }

    private void execute(Runnable answer, Runnable refusal) {
        if (!calls.begin()) {
            threads.execute(refusal);
            return;
        }
        threads.execute(traces.carried(() -> {
            try {
                answer.run();
            } finally {
                calls.end();
            }
        }));
    }

    private RowsOutcome asked(Request.Query query, Asker asker) {
        long begin = System.nanoTime();
        try (Part part = traces.begin("query")) {
            part.sql(query.sql());
            return switch (gate.<RowsOutcome>ask(query, asker, allowed -> rows(allowed, asker), failure -> failure)) {
                case QueryOutcome.Answered answered -> noted(query, answered, begin, part);
                case CallFailure failure -> noted(query, failure.withReference(reference(query)), begin, part);
            };
        }
    }

    private RowsOutcome rows(Request.Query query, Asker asker) {
        try {
            return engine.ask(query, asker);
        } catch (RuntimeException e) {
            return fault(query, e);
        }
    }

    private ExportOutcome exported(Request.Query query, Export into, Asker asker) {
        long begin = System.nanoTime();
        try (Part part = traces.begin("export")) {
            part.sql(query.sql());
            return switch (gate.<ExportOutcome>ask(
                    query, asker, allowed -> file(allowed, into, asker), failure -> failure)) {
                case QueryOutcome.Exported exported -> noted(query, exported, begin, part);
                case CallFailure failure -> noted(query, failure.withReference(reference(query)), begin, part);
            };
        }
    }

    private ExportOutcome file(Request.Query query, Export into, Asker asker) {
        try {
            ExportOutcome outcome = engine.export(query, into, asker);
            files.note(query, outcome);
            return outcome;
        } catch (RuntimeException e) {
            return fault(query, e);
        }
    }

    /** The engine does not hear of it. */
    private CallFailure stopping(Request.Query query) {
        underWay.remove(query.queryId().orElseThrow());
        return new QueryOutcome.Failed(Problem.of(
                ErrorCode.BUSY, "Duckboard is being stopped, and takes no more queries.", "Ask again in a minute."));
    }

    /** Nor of this. */
    private CallFailure refused(Request.Query query, Asker asker) {
        underWay.remove(query.queryId().orElseThrow());
        LOG.warn(
                "query {} refused to the role {}",
                QueryLog.id(query),
                asker.role().word());
        return gate.refused(query, asker, Problem.of(ErrorCode.NOT_ALLOWED, asker.refusal(), asker.refusalHint()));
    }

    /** @param begin from {@link System#nanoTime} */
    private <O extends QueryOutcome> O noted(Request.Query query, O outcome, long begin, Part part) {
        underWay.remove(query.queryId().orElseThrow());
        QueryLog.ended(query, outcome);
        var call =
                new FinishedCall(Instant.now(), outcome, Duration.ofNanos(System.nanoTime() - begin), reference(query));
        part.say("duckboard.query", QueryLog.id(query));
        part.say("duckboard.outcome", call.word());
        if (call.end() == FinishedCall.End.FAILED) {
            part.failed(call.word());
        }
        finishedListeners.forEach(listener -> listener.accept(call));
        // Where a limit was reached, nobody has asked the engine.
        if (!(outcome instanceof QueryOutcome.Limited)) {
            state = EngineState.after(outcome);
            listeners.forEach(listener -> listener.accept(state));
        }
        return outcome;
    }

    private static CallFailure fault(Request.Query query, RuntimeException fault) {
        LOG.error("query {} met a fault of the app", QueryLog.id(query), fault);
        return new QueryOutcome.Failed(Problem.of(
                ErrorCode.INTERNAL, "Duckboard itself failed on this query.", "Its log says more. Try again."));
    }

    private CancelOutcome cancelOutcome(UUID queryId) {
        try {
            CancelOutcome outcome = engine.cancel(queryId);
            LOG.info("query {} to be cancelled: {}", QueryDigest.of(queryId), outcome);
            return outcome;
        } catch (RuntimeException e) {
            LOG.error("cancelling query {} met a fault of the app", QueryDigest.of(queryId), e);
            return new CancelOutcome.NotSent(
                    new Failure("Duckboard itself failed to cancel this query.", "Its log says more. Try again."));
        }
    }

    /** By which somebody who is told of a failure can be helped: the trace's id, or what the log calls the query. */
    private String reference(Request.Query query) {
        return traces.id().orElseGet(() -> QueryLog.id(query));
    }
}
