package io.duckboard.lake.ownership;

import io.duckboard.engine.testing.S3Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the same tests on a lake with a separate workspace, with files of others in both. */
@Tag("process")
@Tag("s3")
class WorkspaceOwnershipTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @MethodSource("seeds")
    void losesNothingInFolders(long seed) throws Exception {
        var lake = new FolderPlace(Files.createDirectory(temporary.resolve("lake")));
        var workspace = new FolderPlace(Files.createDirectory(temporary.resolve("workspace")));
        run(seed, lake, workspace, Map.of());
    }

    @ParameterizedTest
    @MethodSource("seedsOnS3")
    void losesNothingOnS3(long seed, @TempDir Path empty) {
        try (var s3 = new S3Server()) {
            s3.upload(empty, "bucket");
            run(seed, BucketPlace.of(s3, "bucket/lake"), BucketPlace.of(s3, "bucket/workspace"), s3.environment());
        }
    }

    private void run(long seed, Place lake, Place workspace, Map<String, String> variables) {
        var random = new Random(seed);
        var clock = new MovedClock();
        var sites = List.of(new Site(lake), new Site(workspace));
        sites.forEach(site -> site.put(new ForeignTree(random).draw()));
        try (var session = new Session(List.of(lake, workspace), variables, temporary.resolve("home"), clock)) {
            var trial = new Trial(Seeds.name(seed), random, clock, List.of(new Trial.Lake(session, sites)));
            trial.run(Step.draw(random, 1, Action::draw));
            trial.end();
        }
    }

    static LongStream seeds() {
        return Seeds.first(2);
    }

    static LongStream seedsOnS3() {
        return Seeds.first(1);
    }
}
