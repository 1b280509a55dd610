package io.duckboard.lake.ownership;

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

/** No action in a folder changes others' files, or leaves files of Duckboard's own there forever. */
@Tag("process")
class FolderOwnershipTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @MethodSource("seeds")
    void loseNothingAndLeaveNothing(long seed) throws Exception {
        var random = new Random(seed);
        var clock = new MovedClock();
        var site = new Site(new FolderPlace(Files.createDirectory(temporary.resolve("lake"))));
        site.put(new ForeignTree(random).draw());
        try (var session = new Session(List.of(site.place()), Map.of(), temporary.resolve("home"), clock)) {
            var trial = new Trial(Seeds.name(seed), random, clock, List.of(new Trial.Lake(session, List.of(site))));
            trial.run(Step.draw(random, 1, Action::draw));
            trial.end();
        }
    }

    static LongStream seeds() {
        return Seeds.first(14);
    }
}
