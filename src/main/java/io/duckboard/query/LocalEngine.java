package io.duckboard.query;

import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.EngineFile;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.protocol.LakeLocation;
import io.duckboard.engine.protocol.Request;
import io.duckboard.lake.SampleLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** The engine on this machine: a local Lambda over the lake, which others find through engine.json. */
final class LocalEngine implements QueryEngine, AutoCloseable {

    private final LocalLambda lambda;
    private final EngineFile file;
    private final Path home;
    private final LambdaQueryEngine engine;

    private LocalEngine(LocalLambda lambda, EngineFile file, Path home, LambdaQueryEngine engine) {
        this.lambda = lambda;
        this.file = file;
        this.home = home;
        this.engine = engine;
    }

    /**
     * Starts it. The lake in Duckboard's home is filled with the sample if there is nothing in it yet; any other lake
     * is left as it is.
     *
     * @throws IOException if the lake cannot be written or no port be had
     */
    static LocalEngine start(QuerySettings settings) throws IOException {
        LakeLocation lake = LakeLocation.parse(settings.lake());
        var own = new LakeLocation.Folder(settings.home().resolve("lake"));
        if (lake.equals(own) && !SampleLake.isPopulated(own)) {
            new SampleLake(Clock.systemUTC()).populate(own);
        }
        LocalLambda lambda = LocalLambda.start(DuckboardFunctions.over(lake, settings.workersOrCores()));
        EngineFile file = EngineFile.of(lambda);
        file.write(settings.home());
        return new LocalEngine(
                lambda,
                file,
                settings.home(),
                LambdaQueryEngine.onThisMachine(
                        lambda.endpoint(),
                        lambda.accessKey(),
                        lambda.secretKey(),
                        DuckboardFunctions.QUERY,
                        settings.queryTimeout()));
    }

    @Override
    public QueryOutcome ask(Request.Query query) {
        return engine.ask(query);
    }

    @Override
    public CancelOutcome cancel(UUID queryId) {
        return engine.cancel(queryId);
    }

    @Override
    public String description() {
        return engine.description();
    }

    @Override
    public void close() throws IOException {
        file.removeFrom(home);
        engine.close();
        lambda.close();
    }
}
