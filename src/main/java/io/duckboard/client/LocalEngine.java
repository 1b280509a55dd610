package io.duckboard.client;

import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.EngineFile;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.local.LocalLambdaConfig;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.lake.trips.SampleLake;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An engine of this process: a local Lambda over the lake, which others find through engine.json if it is announced. */
public final class LocalEngine implements QueryEngine, AutoCloseable {

    private final LocalLambda lambda;
    private final Optional<Announcement> announcement;
    private final LambdaQueryEngine engine;
    private final List<String> places;

    private LocalEngine(
            LocalLambda lambda,
            Optional<Announcement> announcement,
            LambdaQueryEngine engine,
            List<LakeLocation> places) {
        this.lambda = lambda;
        this.announcement = announcement;
        this.engine = engine;
        this.places = places.stream().map(LakeLocation::toString).distinct().toList();
    }

    /**
     * Starts it on loopback, where others find it, unless another engine is announced in this home and lives. The lake in
     * Duckboard's home is filled with the sample if there is nothing in it yet; any other lake is left as it is.
     *
     * @throws IOException if the lake cannot be written or no port be had
     */
    static LocalEngine start(QuerySettings settings) throws IOException {
        return RunningEngine.isAnnouncedIn(settings.home())
                ? unannounced(settings)
                : start(settings, LocalLambdaConfig.LOOPBACK, 0);
    }

    /**
     * The same on a host and port that were asked for, unless another engine is announced in this home and lives.
     *
     * @param port 0 for a free one
     * @throws EngineUnavailableException if it cannot be
     */
    public static LocalEngine serve(QuerySettings settings, String host, int port) {
        try {
            Optional<EngineFile> running = RunningEngine.in(settings.home());
            if (running.isPresent()) {
                throw EngineUnavailableException.runsAlready(running.get(), settings.home());
            }
            return start(settings, host, port);
        } catch (IllegalArgumentException e) {
            throw EngineUnavailableException.noLake(e);
        } catch (BindException | UnknownHostException e) {
            throw EngineUnavailableException.cannotListen(host, port, e);
        } catch (IOException e) {
            throw EngineUnavailableException.cannotWrite(settings.home(), e);
        }
    }

    private static LocalEngine start(QuerySettings settings, String host, int port) throws IOException {
        LakeLocation lake = filled(settings);
        LakeLocation workspace = settings.workspaceOf(lake);
        LocalLambda lambda = lambda(lake, workspace, settings, host, port);
        LambdaQueryEngine engine = engine(lambda, settings);
        var announcement = new Announcement(EngineFile.of(lambda, lake), settings.home());
        announcement.file().write(settings.home());
        return new LocalEngine(lambda, Optional.of(announcement), engine, List.of(lake, workspace));
    }

    /** For this process alone: nobody finds it, so nobody misses it when the process has what it wanted. */
    static LocalEngine unannounced(QuerySettings settings) throws IOException {
        LakeLocation lake = filled(settings);
        LakeLocation workspace = settings.workspaceOf(lake);
        LocalLambda lambda = lambda(lake, workspace, settings, LocalLambdaConfig.LOOPBACK, 0);
        return new LocalEngine(lambda, Optional.empty(), engine(lambda, settings), List.of(lake, workspace));
    }

    /** Where a process that only builds models has them built: it has no query to wait for, and no client for one. */
    static LocalLambda lambdaForTransform(QuerySettings settings, FormatRise rise) throws IOException {
        LakeLocation lake = filled(settings);
        return LocalLambda.start(
                DuckboardFunctions.forTransform(lake, settings.workspaceOf(lake), settings.workersOrCores(), rise));
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
            LakeLocation lake, LakeLocation workspace, QuerySettings settings, String host, int port)
            throws IOException {
        return LocalLambda.start(DuckboardFunctions.over(lake, workspace, settings.workersOrCores())
                .host(host)
                .port(port));
    }

    private static LambdaQueryEngine engine(LocalLambda lambda, QuerySettings settings) {
        return LambdaQueryEngine.onThisMachine(
                lambda.endpoint(),
                lambda.accessKey(),
                lambda.secretKey(),
                DuckboardFunctions.QUERY,
                settings.queryTimeout());
    }

    /** What builds models in it; to be closed by whoever asked for it. */
    LambdaTransformEngine transform() {
        return LambdaTransformEngine.of(lambda);
    }

    /** Where it can be called. */
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
    public RowsOutcome ask(Request.Query query, CallerId caller) {
        return engine.ask(query, caller);
    }

    @Override
    public ExportOutcome export(Request.Query query, Export into, CallerId caller) {
        return engine.export(query, into, caller);
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
    public String description() {
        return engine.description();
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
