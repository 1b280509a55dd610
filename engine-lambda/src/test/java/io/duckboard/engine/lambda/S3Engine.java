package io.duckboard.engine.lambda;

import io.duckboard.engine.catalog.FormatRise;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.duckdb.Httpfs;
import io.duckboard.engine.lake.QueryRoom;
import io.duckboard.engine.lake.ResultBounds;
import io.duckboard.engine.lake.S3Credentials;
import io.duckboard.engine.testing.BuiltHttpfs;
import io.duckboard.engine.testing.S3Server;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The query function over a lake on the tests' S3 server. */
final class S3Engine {

    private S3Engine() {}

    static InProcess over(S3Server s3, String lake, Path temporary) {
        return over(s3, lake, temporary, S3Credentials.from(s3.environment()));
    }

    static InProcess over(S3Server s3, String lake, Path temporary, S3Credentials credentials) {
        return new InProcess(settings(s3, lake, temporary, credentials));
    }

    static EngineSettings settings(S3Server s3, String lake, Path temporary) {
        return settings(s3, lake, temporary, S3Credentials.from(s3.environment()));
    }

    private static EngineSettings settings(S3Server s3, String lake, Path temporary, S3Credentials credentials) {
        return settings(s3, lake, lake, temporary, credentials);
    }

    static EngineSettings settings(
            S3Server s3, String lake, String workspace, Path temporary, S3Credentials credentials) {
        var httpfs = new Httpfs(BuiltHttpfs.file(), Duration.ofSeconds(1));
        return new EngineSettings(
                LakeLocation.parse(lake),
                LakeLocation.parse(workspace),
                1024,
                EngineSettings.SPILL_MEGABYTES,
                temporary,
                ResultBounds.UNSAID,
                Optional.of(new EngineSettings.Store(S3Endpoint.from(s3.environment()), credentials, httpfs)),
                Optional.empty(),
                FormatRise.REFUSED,
                room(LakeLocation.parse(workspace)),
                Optional.empty());
    }

    private static Optional<QueryRoom> room(LakeLocation workspace) {
        return switch (workspace) {
            case LakeLocation.Folder folder ->
                Optional.of(new QueryRoom(folder.path(), UUID.randomUUID(), Clock.systemUTC()));
            case LakeLocation.Bucket bucket -> Optional.empty();
        };
    }

    static EngineSettings bounded(EngineSettings settings, ResultBounds bounds) {
        return new EngineSettings(
                settings.lake(),
                settings.workspace(),
                settings.memoryMegabytes(),
                settings.spillMegabytes(),
                settings.temporaryDirectory(),
                bounds,
                settings.store(),
                settings.links(),
                settings.rise(),
                settings.room(),
                Optional.empty());
    }
}
