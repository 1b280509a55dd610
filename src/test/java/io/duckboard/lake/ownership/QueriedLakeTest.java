package io.duckboard.lake.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.testing.S3Server;
import io.duckboard.lake.ownership.ForeignFile.Claim;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading a lake adds no file or folder to it, and none to its workspace. */
@Tag("process")
@Tag("s3")
class QueriedLakeTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @MethodSource("seeds")
    void isAsItWasInAFolder(long seed) throws Exception {
        var lake = new FolderPlace(Files.createDirectory(temporary.resolve("lake")));
        read(seed, List.of(lake), Map.of());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isAsItWasBesideAWorkspace(long seed) throws Exception {
        var lake = new FolderPlace(Files.createDirectory(temporary.resolve("lake")));
        var workspace = new FolderPlace(Files.createDirectory(temporary.resolve("workspace")));
        read(seed, List.of(lake, workspace), Map.of());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isAsItWasOnS3(long seed, @TempDir Path empty) {
        try (var s3 = new S3Server()) {
            s3.upload(empty, "bucket");
            read(seed, List.of(BucketPlace.of(s3, "bucket/lake")), s3.environment());
        }
    }

    private void read(long seed, List<Place> places, Map<String, String> variables) {
        var random = new Random(seed);
        var clock = new MovedClock();
        places.forEach(place -> new Site(place)
                .put(new ForeignTree(random)
                        .draw().stream()
                                .filter(file -> file.claim() == Claim.NONE)
                                .toList()));
        try (var session = new Session(places, variables, temporary.resolve("home"), clock)) {
            if (random.nextBoolean()) {
                session.perform(new Action.Refresh(List.of()));
            }
            List<SortedMap<String, String>> before =
                    places.stream().map(Place::files).toList();
            List<Set<String>> folders = places.stream().map(Place::folders).toList();
            List<Step> steps = Step.draw(random, 1, Action::drawReading);
            for (Step step : steps) {
                clock.moveOn(step.after());
                session.perform(step.action());
            }
            for (int at = 0; at < places.size(); at++) {
                assertThat(Difference.of(before.get(at), places.get(at).files()))
                        .as("seed %d: %s", seed, steps)
                        .isEmpty();
                assertThat(places.get(at).folders()).isEqualTo(folders.get(at));
            }
        }
    }

    static LongStream seeds() {
        return Seeds.first(2);
    }
}
