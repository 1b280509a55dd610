package io.duckboard.client;

import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.local.Credential;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.EngineFile;
import io.duckboard.engine.local.FunctionDefinition;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.local.LocalLambdaConfig;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.lake.trips.SampleLake;
import io.duckboard.security.Asker;
import io.duckboard.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An engine in this process: a local Lambda over the lake. If it is announced, other processes find it through
 * engine.json.
 */
public final class LocalEngine implements QueryEngine, AutoCloseable {

    private final LocalLambda lambda;
    private final Optional<Announcement> announcement;
    private final LambdaQueryEngine engine;
    private final List<String> places;

    private LocalEngine(
            LocalLambda lambda, Optional<Announcement> announcement, LambdaQueryEngine engine, List<String> places) {
        this.lambda = lambda;
        this.announcement = announcement;
        this.engine = engine;
        this.places = List.copyOf(places);
    }

    /**
     * Starts the engine on loopback and announces it, unless another announced engine is running in this home. If the
     * lake is the one in Duckboard's home and is still empty, it is filled with the sample. Any other lake stays as it
     * is.
     *
     * @throws IOException if the lake cannot be written or no port is available
     */
    static LocalEngine start(QuerySettings settings) throws IOException {
        return RunningEngine.isAnnouncedIn(settings.home())
                ? unannounced(settings)
                : start(settings, LocalLambdaConfig.LOOPBACK, 0, Optional.empty());
    }

    /**
     * Starts the engine on the given host and port, unless another announced engine is running in this home.
     *
     * @param port 0 for a free one
     * @param keys what callers sign with; if absent, only whoever reads engine.json can call
     * @throws EngineUnavailableException if the engine cannot be started
     */
    public static LocalEngine serve(QuerySettings settings, String host, int port, Optional<Credential> keys) {
        try {
            Optional<EngineFile> running = RunningEngine.in(settings.home());
            if (running.isPresent()) {
                throw EngineUnavailableException.runsAlready(running.get(), settings.home());
            }
            return start(settings, host, port, keys);
        } catch (IllegalArgumentException e) {
            throw EngineUnavailableException.noLake(e);
        } catch (BindException | UnknownHostException e) {
            throw EngineUnavailableException.cannotListen(host, port, e);
        } catch (IOException e) {
            throw EngineUnavailableException.cannotWrite(settings.home(), e);
        }
    }

    /** The same engine, which does not give an answer again that it has given and that is still right. */
    LocalEngine holdingAnswers() {
        return new LocalEngine(lambda, announcement, engine.holdingAnswers(), places);
    }

    /** The same engine, whose calls are parts of traces. */
    LocalEngine traced(Traces traces) {
        return new LocalEngine(lambda, announcement, engine.traced(traces), places);
    }

    private static LocalEngine start(QuerySettings settings, String host, int port, Optional<Credential> keys)
            throws IOException {
        LakeLocation lake = filled(settings);
        LakeLocation workspace = settings.workspaceOf(lake);
        LocalLambda lambda = lambda(lake, workspace, settings, host, port, keys);
        LambdaQueryEngine engine = engine(lambda, settings);
        var announcement = new Announcement(EngineFile.of(lambda, lake), settings.home());
        announcement.file().write(settings.home());
        return new LocalEngine(lambda, Optional.of(announcement), engine, texts(lake, workspace));
    }

    /**
     * Starts an engine for this process only. It is not announced, so nobody else can depend on it when the process
     * ends.
     */
    static LocalEngine unannounced(QuerySettings settings) throws IOException {
        LakeLocation lake = filled(settings);
        LakeLocation workspace = settings.workspaceOf(lake);
        LocalLambda lambda = lambda(lake, workspace, settings, LocalLambdaConfig.LOOPBACK, 0, Optional.empty());
        return new LocalEngine(lambda, Optional.empty(), engine(lambda, settings), texts(lake, workspace));
    }

    /**
     * Starts a local Lambda for a process that only builds models. It has no queries, so it needs no client for them.
     */
    static LocalLambda lambdaForTransform(QuerySettings settings, FormatRise rise) throws IOException {
        LakeLocation lake = filled(settings);
        return LocalLambda.start(
                DuckboardFunctions.forTransform(lake, settings.workspaceOf(lake), settings.workersOrCores(), rise));
    }

    private static List<String> texts(LakeLocation lake, LakeLocation workspace) {
        return Stream.of(lake, workspace).map(LakeLocation::toString).distinct().toList();
    }

    private static LakeLocation filled(QuerySettings settings) throws IOException {
        LakeLocation lake = LakeLocation.parse(settings.lake());
        var own = new LakeLocation.Folder(settings.home().resolve("lake"));
        if (lake.equals(own) && !SampleLake.isPopulated(own)) {
            new SampleLake(Clock.systemUTC()).populate(own);
        }
        return lake;
    }

    private static LocalLambda lambda(
            LakeLocation lake,
            LakeLocation workspace,
            QuerySettings settings,
            String host,
            int port,
            Optional<Credential> keys)
            throws IOException {
        LocalLambdaConfig config = DuckboardFunctions.over(
                        lake, workspace, settings.workersOrCores(), Optional.of(settings.home()))
                .host(host)
                .port(port);
        return LocalLambda.start(keys.map(config::keys).orElse(config));
    }

    private static LambdaQueryEngine engine(LocalLambda lambda, QuerySettings settings) {
        return LambdaQueryEngine.onThisMachine(
                lambda.endpoint(),
                lambda.accessKey(),
                lambda.secretKey(),
                DuckboardFunctions.QUERY,
                settings.queryTimeout());
    }

    /** Returns an engine that builds models in this process. The caller must close it. */
    LambdaTransformEngine transform() {
        return LambdaTransformEngine.of(lambda);
    }

    /** Returns the address at which the engine can be called. */
    public URI endpoint() {
        return lambda.endpoint();
    }

    @Override
    public RowsOutcome ask(Request.Query query) {
        return engine.ask(query);
    }

    @Override
    public ExportOutcome export(Request.Query query, Export into) {
        return engine.export(query, into);
    }

    @Override
    public RowsOutcome ask(Request.Query query, Asker asker) {
        return engine.ask(query, asker);
    }

    @Override
    public ExportOutcome export(Request.Query query, Export into, Asker asker) {
        return engine.export(query, into, asker);
    }

    @Override
    public CancelOutcome cancel(UUID queryId) {
        return engine.cancel(queryId);
    }

    @Override
    public InputStream open(ResultFile file) throws IOException {
        return engine.open(file);
    }

    @Override
    public List<String> places() {
        return places;
    }

    @Override
    public boolean isReady() {
        return lambda.isOpen();
    }

    @Override
    public EngineFacts facts() {
        return new EngineFacts(
                description(),
                EngineFacts.Where.HERE,
                "",
                OptionalInt.of(FunctionDefinition.WorkerFunction.DEFAULT_MEMORY_MB),
                lambda.workers(DuckboardFunctions.QUERY));
    }

    @Override
    public String description() {
        return engine.description();
    }

    /** Returns how many calls are under way. */
    public int calls() {
        return lambda.calls();
    }

    /**
     * Is no longer announced and takes no new calls, and returns when those under way have been answered, or after
     * {@code longest}.
     */
    public void finish(Duration longest) throws IOException, InterruptedException {
        if (announcement.isPresent()) {
            announcement.get().withdraw();
        }
        lambda.finish(longest);
    }

    @Override
    public void close() throws IOException {
        if (announcement.isPresent()) {
            announcement.get().withdraw();
        }
        engine.close();
        lambda.close();
    }

    private record Announcement(EngineFile file, Path home) {

        void withdraw() throws IOException {
            file.removeFrom(home);
        }
    }
}
