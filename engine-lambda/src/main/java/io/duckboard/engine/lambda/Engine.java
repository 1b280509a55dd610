package io.duckboard.engine.lambda;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.duckdb.Database;
import io.duckboard.engine.duckdb.DatabaseSettings;
import io.duckboard.engine.duckdb.DuckDbErrors;
import io.duckboard.engine.duckdb.Interruption;
import io.duckboard.engine.duckdb.PartsView;
import io.duckboard.engine.duckdb.Phases;
import io.duckboard.engine.duckdb.Result;
import io.duckboard.engine.lake.Draft;
import io.duckboard.engine.lake.Lake;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.LakePaths;
import io.duckboard.engine.lake.Parts;
import io.duckboard.engine.lake.ResultStore;
import io.duckboard.engine.lake.S3Credentials;
import io.duckboard.engine.lake.S3Keys;
import io.duckboard.engine.lake.Snapshot;
import io.duckboard.engine.protocol.Column;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.NothingRanError;
import io.duckboard.engine.protocol.Phase;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.transform.LakeEngine;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A warm, locked database over one lake, for one query at a time. It follows the lake's catalog: before each query it
 * checks whether something was published, and a query reads one snapshot.
 */
final class Engine {

    private static final String OWN_VERSION =
            Objects.requireNonNullElse(Engine.class.getPackage().getImplementationVersion(), "from its sources");

    private static final int PRIMING_BYTES = 1_000;

    /**
     * On S3 a thread mostly waits for the store. With 15 ms a request, twice as many threads as cores read one column of
     * 7.4 million trips in 96 ms instead of 134, and queries on what has been read take as long as before.
     */
    private static final int THREADS_OF_A_CORE = 2;

    private final EngineSettings settings;
    private final Lake lake;
    private final ResultStore results;
    private final AnswerVersion answerVersion;
    private final Wear wear = new Wear();
    private final Phases phases = new Phases();
    private Snapshot snapshot = Snapshot.EMPTY;
    private @Nullable OpenDatabase opened;
    private @Nullable Problem noKeys;
    private String version = "";

    /** The engine's settings. */
    static Engine of(EngineSettings settings, Clock clock) {
        return new Engine(settings, settings.openLake(), settings.results(clock));
    }

    Engine(EngineSettings settings, Lake lake, ResultStore results) {
        this.settings = settings;
        this.lake = lake;
        this.results = results;
        this.answerVersion = new AnswerVersion(lake);
    }

    /** Opens the database and runs one query, so that the first caller need not wait for this. */
    void prime() {
        if (isRemote()) {
            CatalogCheck.startThread();
        }
        try {
            results.removeExpired();
        } catch (LakeException e) {
            // The next whole answer will have the same failure, and its caller is told.
            System.err.println("Expired results are still there: " + e.getMessage());
        }
        // What fails here will fail again for the first caller, who is told.
        answer(Request.Query.of("SELECT 1"), columns -> PRIMING_BYTES, new Interruption());
        wear.settle();
    }

    /**
     * Called before a call runs anything. Reopens what the previous call has worn out.
     *
     * @throws NothingRanError if that does not help, so that the process ends
     */
    void begin() {
        if (wear.isWorn()) {
            mend();
        }
        wear.begin();
        phases.restart();
    }

    /** Called when a call has ended with an answer or a failure. */
    void end() {
        wear.end();
    }

    /** Whether the process is as fit for another call as it was for the previous one. */
    boolean isFit() {
        return !wear.isWorn();
    }

    private void mend() {
        try {
            close();
            if (wear.isMemoryScarce()) {
                throw new NothingRanError();
            }
            open();
        } catch (LakeException e) {
            if (e.problem().code() == ErrorCode.OUT_OF_MEMORY) {
                throw new NothingRanError(e);
            }
            // This is not the fault of this process. The call will have the same failure, and its caller is told.
            System.err.println("The lake cannot be read: " + e.getMessage());
        } catch (SQLException | RuntimeException | OutOfMemoryError e) {
            throw new NothingRanError(e);
        }
    }

    /**
     * Refreshes everything that may be stale after this process was suspended: keys, connections and the lake's state.
     */
    void renew() throws SQLException {
        snapshot = Snapshot.EMPTY;
        if (settings.store().isPresent()) {
            settings.store().get().credentials().renew();
            noKeys = null;
            // DuckDB keeps its connections to the store as long as it lives.
            close();
        }
    }

    /** @param room the number of bytes that the rows may take as JSON, given their columns */
    Result answer(Request.Query query, ToIntFunction<List<Column>> room, Interruption interruption) {
        return query.into().isPresent()
                ? write(
                        query.sql(),
                        current -> export(query, current, query.into().get(), interruption),
                        interruption)
                : ask(query.sql(), (current, part, check) -> run(query, current, room, part, check), interruption);
    }

    /** Does the work of a transform with this engine, until it is interrupted. */
    LakeEngine during(Interruption interruption) {
        return new EngineOfTransform(this, results, interruption);
    }

    /** Writes something on the basis of what is published. Tries again if a second attempt can succeed. */
    Result write(String sql, Writing writing, Interruption interruption) {
        return twice(() -> written(sql, writing), interruption);
    }

    /** Asks what is published. Tries again if a second attempt can succeed. */
    Result ask(String sql, Asking asking, Interruption interruption) {
        return twice(() -> asked(sql, asking, interruption), interruption);
    }

    private Result twice(Work work, Interruption interruption) {
        Result first = attempt(work);
        return explained(!interruption.isWanted() && begunAgain(first) ? attempt(work) : first);
    }

    /**
     * Whether a second attempt can succeed: a file was replaced meanwhile, or keys have expired, which is nobody's
     * fault.
     */
    private boolean begunAgain(Result first) {
        return switch (first) {
            case Result.Outdated outdated -> {
                forget();
                yield true;
            }
            case Result.Failed(Problem problem, boolean unexpected)
            when problem.code() == ErrorCode.LAKE_DENIED -> {
                settings.store().ifPresent(store -> store.credentials().renew());
                noKeys = null;
                yield settings.store().isPresent();
            }
            default -> false;
        };
    }

    /** What DuckDB has cached of a file on S3 may make it fail again and again, if the file is shorter now. */
    private void forget() {
        try {
            if (isRemote()) {
                close();
            } else if (opened != null) {
                opened.views().forget();
            }
            snapshot = Snapshot.EMPTY;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot be closed", e);
        }
    }

    /** Public data needs no keys. Access to other data was denied because there were none. */
    private Result explained(Result result) {
        return noKeys != null
                        && result instanceof Result.Failed(Problem problem, boolean unexpected)
                        && problem.code() == ErrorCode.LAKE_DENIED
                ? new Result.Failed(noKeys, false)
                : result;
    }

    private Result attempt(Work work) {
        try {
            return examined(outcome(work));
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot be opened", e);
        }
    }

    private static Result outcome(Work work) throws SQLException {
        try {
            return work.result();
        } catch (LakeException e) {
            return new Result.Failed(e.problem(), false);
        }
    }

    private Result written(String sql, Writing writing) throws SQLException, LakeException {
        phases.begin(Phase.Name.CATALOG);
        OpenDatabase current = open();
        current.views().describeFor(sql);
        return writing.with(current);
    }

    private Result asked(String sql, Asking asking, Interruption interruption) throws SQLException, LakeException {
        if (opened != null && !snapshot.equals(Snapshot.EMPTY) && isRemote()) {
            Optional<Result> result = askedBeside(sql, asking, opened, interruption);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return written(sql, current -> asking.with(current, interruption, Currency.KNOWN));
    }

    /** Asks what was published at the last look, and looks again meanwhile. Empty if something else is published now. */
    private Optional<Result> askedBeside(String sql, Asking asking, OpenDatabase current, Interruption interruption)
            throws SQLException, LakeException {
        phases.begin(Phase.Name.CATALOG);
        handOverKeys(current);
        current.views().describeFor(sql);
        Snapshot known = snapshot;
        var part = new Interruption(interruption);
        try (var check = new CatalogCheck(known, part, () -> latest(known, current))) {
            Result result = asking.with(current, part, check);
            boolean counts = check.isCurrent() && !(check.hasNotBegun() && isOfUnknownNames(result));
            if (counts || interruption.isWanted()) {
                return Optional.of(result);
            }
            examined(result);
            return Optional.empty();
        }
    }

    /** A table of a later catalog would change this. */
    private static boolean isOfUnknownNames(Result result) {
        return result instanceof Result.Failed(Problem problem, boolean unexpected)
                && (problem.code() == ErrorCode.NOT_ALLOWED || problem.code() == ErrorCode.UNKNOWN_NAME);
    }

    private Snapshot latest(Snapshot known, OpenDatabase current) throws LakeException {
        Optional<Snapshot> published = lake.published(known, current.files());
        return published.isPresent() ? published.get() : lake.discovered(known, current.files());
    }

    /** A folder is looked at faster than another thread begins to. */
    private boolean isRemote() {
        return !lake.prefixes().remote().isEmpty();
    }

    private Result run(
            Request.Query query,
            OpenDatabase current,
            ToIntFunction<List<Column>> room,
            Interruption interruption,
            Currency currency)
            throws LakeException {
        answerVersion.forget();
        try (Parts parts = results.parts(query.parts(), current.files())) {
            return current.runner().run(query, new PartsView(parts.files()), room, interruption, reads -> {
                currency.begin(reads);
                return !answerVersion.isHeld(
                        query,
                        reads,
                        version,
                        snapshot.version(),
                        current.views().changing(reads));
            });
        }
    }

    private Result export(Request.Query query, OpenDatabase current, Export export, Interruption interruption)
            throws LakeException {
        answerVersion.forget();
        try (Parts parts = results.parts(query.parts(), current.files());
                Draft draft = results.draft(export.extension(), current.files())) {
            return current.runner().export(query, new PartsView(parts.files()), export, draft, interruption);
        }
    }

    /**
     * The database over the current tables.
     *
     * @throws LakeException if the lake cannot be read
     */
    OpenDatabase current() throws LakeException {
        try {
            return open();
        } catch (LakeException e) {
            if (e.problem().code() == ErrorCode.OUT_OF_MEMORY) {
                wear.suffer();
            }
            throw e;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot be opened", e);
        }
    }

    /**
     * The parser's result for a text, as JSON.
     *
     * @throws LakeException if the lake cannot be read, or the parser itself fails
     */
    String tree(String sql) throws LakeException {
        OpenDatabase current = current();
        try {
            return current.database().tree(sql);
        } catch (SQLException e) {
            wear.suffer();
            throw new LakeException(DuckDbErrors.problem(e, sql, lake.prefixes()), e);
        }
    }

    /** The tables as of the last check. */
    Catalog catalog() {
        return snapshot.catalog();
    }

    String version() {
        return version;
    }

    /** The version of the last answer, if its caller may hold it. */
    Optional<String> answerVersion() {
        return answerVersion.ofLast();
    }

    /** The parts of the work on the call that is under way, until now. */
    List<Phase> phases() {
        return phases.untilNow();
    }

    String catalogVersion() {
        return snapshot.version();
    }

    private OpenDatabase open() throws LakeException, SQLException {
        OpenDatabase current = opened == null ? openedFor(lake.readablePlaces()) : opened;
        handOverKeys(current);
        Optional<Snapshot> published = lake.published(snapshot, current.files());
        if (published.isPresent() && published.get().version().equals(snapshot.version())) {
            return current;
        }
        // The readable places are locked with everything else, so new places need a new instance. Files of a lake
        // without a catalog are read before anything else is known.
        List<String> places = lake.readablePlaces();
        if (!places.equals(current.places())) {
            current = openedFor(places);
            handOverKeys(current);
        }
        Snapshot now = published.isPresent() ? published.get() : lake.discovered(snapshot, current.files());
        if (now.version().equals(snapshot.version())) {
            return current;
        }
        if (!current.views().canShow(now.catalog())) {
            current = openedFor(places);
            handOverKeys(current);
        }
        // If this fails halfway, everything is shown anew.
        snapshot = Snapshot.EMPTY;
        current.paths().list(now.catalog());
        current.views().show(now.catalog());
        snapshot = now;
        return current;
    }

    private OpenDatabase openedFor(List<String> places) throws SQLException {
        close();
        snapshot = Snapshot.EMPTY;
        var fresh = OpenDatabase.of(
                Database.open(databaseSettings(places)),
                places,
                lake.prefixes(),
                LakePaths.of(settings.lake(), settings.workspace()),
                phases);
        version = "Duckboard " + OWN_VERSION + ", DuckDB " + fresh.database().version();
        opened = fresh;
        return fresh;
    }

    /** If no keys were found once, does not search again, which takes seconds, until access without keys fails. */
    private S3Keys keys(S3Credentials credentials) {
        if (noKeys != null) {
            return S3Keys.NONE;
        }
        try {
            return credentials.keys();
        } catch (LakeException e) {
            noKeys = e.problem();
            return S3Keys.NONE;
        }
    }

    private void handOverKeys(OpenDatabase current) throws SQLException {
        if (settings.store().isPresent()) {
            EngineSettings.Store store = settings.store().get();
            current.access().handOver(store.endpoint(), keys(store.credentials()));
        }
    }

    /**
     * An unexpected failure may have damaged the database, and a database that ran out of memory does not release what
     * it has. In both cases it is closed, and the process counts as worn.
     */
    private Result examined(Result result) throws SQLException {
        OpenDatabase current = opened;
        if (current != null && current.access().isAstray()) {
            wear.suffer();
            close();
            return result;
        }
        if (current == null || !(result instanceof Result.Failed(Problem problem, boolean unexpected))) {
            return result;
        }
        boolean suspect = unexpected || problem.code() == ErrorCode.INTERNAL;
        if (problem.code() == ErrorCode.OUT_OF_MEMORY
                || (suspect && !current.database().isHealthy())) {
            wear.suffer();
            close();
        }
        return current.views()
                .problemOf(problem)
                .<Result>map(explained -> new Result.Failed(explained, false))
                .orElse(result);
    }

    /** Removes everything of its own from this machine, as the end of its process does. */
    void leave() throws SQLException, IOException {
        close();
        if (settings.room().isPresent()) {
            settings.room().get().close();
        }
    }

    private void close() throws SQLException {
        if (opened != null) {
            OpenDatabase old = opened;
            opened = null;
            old.database().close();
        }
    }

    private DatabaseSettings databaseSettings(List<String> places) {
        return new DatabaseSettings(
                Stream.concat(places.stream(), results.writablePlaces().stream())
                        .toList(),
                threads(),
                settings.databaseMegabytes(),
                settings.temporaryDirectory(),
                settings.spillMegabytes(),
                settings.store().map(EngineSettings.Store::httpfs));
    }

    private int threads() {
        int cores = Runtime.getRuntime().availableProcessors();
        return isRemote() ? cores * THREADS_OF_A_CORE : cores;
    }

    @FunctionalInterface
    private interface Work {
        Result result() throws LakeException, SQLException;
    }

    /** Work on the tables that are published. */
    @FunctionalInterface
    interface Writing {
        Result with(OpenDatabase current) throws LakeException;
    }

    /** A question that is asked again if its answer does not count. */
    @FunctionalInterface
    interface Asking {
        Result with(OpenDatabase current, Interruption interruption, Currency currency) throws LakeException;
    }
}
