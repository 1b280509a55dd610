package io.duckboard.lake.ownership;

import io.duckboard.engine.testing.S3Server;
import io.duckboard.lake.ownership.Action.Kill;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command that is killed early or late changes no files of others, and leaves none of its own forever. */
@Tag("process")
@Tag("s3")
class KilledOwnershipTest {

    /** These steps publish before the kill, so no command has to publish afterwards. */
    private static final List<Step> PUBLISHED = List.of(new Step(Duration.ZERO, 0, new Action.Refresh(List.of())));

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource({
        "ADD, 1",
        "ADD, 2",
        "ADD, 4",
        "LOAD, 2",
        "LOAD, 20",
        "LOAD, 45",
        "TRANSFORM, 2",
        "TRANSFORM, 14",
        "EXPORT, 3"
    })
    void losesNothingInAFolder(Kill.Work work, int traces) throws Exception {
        var lake = new FolderPlace(Files.createDirectory(temporary.resolve("lake")));
        run(lake, Map.of(), PUBLISHED, new Kill(work, traces));
    }

    @ParameterizedTest
    @CsvSource({"LOAD, 2", "TRANSFORM, 12"})
    void losesNothingOnS3(Kill.Work work, int traces, @TempDir Path empty) {
        try (var s3 = new S3Server()) {
            s3.upload(empty, "bucket");
            run(BucketPlace.of(s3, "bucket/lake"), s3.environment(), PUBLISHED, new Kill(work, traces));
        }
    }

    /** The first refresh after the kill finds no catalog, so the second one has to do everything. */
    @Test
    void losesNothingOnS3WhereNothingIsPublished(@TempDir Path empty) {
        try (var s3 = new S3Server()) {
            s3.upload(empty, "bucket");
            run(BucketPlace.of(s3, "bucket"), s3.environment(), List.of(), new Kill(Kill.Work.LOAD, 1));
        }
    }

    private void run(Place lake, Map<String, String> variables, List<Step> before, Kill kill) {
        var random = new Random(kill.traces());
        var clock = new MovedClock();
        var site = new Site(lake);
        site.put(new ForeignTree(random).draw());
        try (var session = new Session(List.of(lake), variables, temporary.resolve("home"), clock)) {
            var trial = new Trial(kill.toString(), random, clock, List.of(new Trial.Lake(session, List.of(site))));
            trial.run(before);
            trial.run(List.of(new Step(Duration.ofHours(1), 0, kill)));
            trial.end();
        }
    }
}
