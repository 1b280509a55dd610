package io.duckboard.cli;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.EngineFile;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.lake.trips.SampleLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** An engine over the sample, which is announced so that commands in the same home find it. */
record AnnouncedEngine(LocalLambda lambda) implements AutoCloseable {

    /** @param workers the number of workers of each function */
    static AnnouncedEngine in(Path home, int workers) throws IOException {
        var lake = new LakeLocation.Folder(home.resolve("lake"));
        new SampleLake(Clock.systemUTC()).populate(lake);
        LocalLambda lambda = LocalLambda.start(DuckboardFunctions.over(lake, workers));
        EngineFile.of(lambda, lake).write(home);
        return new AnnouncedEngine(lambda);
    }

    @Override
    public void close() {
        lambda.close();
    }
}
