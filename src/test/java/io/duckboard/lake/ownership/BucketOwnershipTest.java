package io.duckboard.lake.ownership;

import io.duckboard.engine.testing.S3Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the same tests on S3, also with two lakes in one bucket, neither of which touches the other's files. */
@Tag("process")
@Tag("s3")
class BucketOwnershipTest {

    private static final S3Server S3 = new S3Server();

    @TempDir
    private Path temporary;

    @AfterAll
    static void stop() {
        S3.close();
    }

    @BeforeEach
    void forgetRequests() {
        S3.network().forget();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void loseNothingAndLeaveNothing(long seed, @TempDir Path empty) {
        String bucket = "alone-" + seed;
        S3.upload(empty, bucket);
        var random = new Random(seed);
        var clock = new MovedClock();
        var site = new Site(BucketPlace.of(S3, random.nextBoolean() ? bucket : bucket + "/my/lake"));
        site.put(new ForeignTree(random).draw());
        try (var session = new Session(List.of(site.place()), S3.environment(), temporary.resolve("home"), clock)) {
            var trial = new Trial(Seeds.name(seed), random, clock, List.of(new Trial.Lake(session, List.of(site))));
            trial.run(Step.draw(random, 1, Action::draw));
            trial.end();
        }
    }

    static LongStream seeds() {
        return Seeds.first(6);
    }

    @ParameterizedTest
    @MethodSource("seedsOfTwo")
    void shareABucket(long seed, @TempDir Path empty) {
        String bucket = "shared-" + seed;
        S3.upload(empty, bucket);
        var random = new Random(seed);
        var clock = new MovedClock();
        boolean within = random.nextInt(3) == 0;
        var first = new Site(new BucketPlace(S3, bucket + "/lake", within ? Optional.of("inner") : Optional.empty()));
        var second = new Site(BucketPlace.of(S3, bucket + (within ? "/lake/inner" : "/lake2")));
        first.put(new ForeignTree(random).draw());
        second.put(new ForeignTree(random).draw());
        try (var one = new Session(List.of(first.place()), S3.environment(), temporary.resolve("one"), clock);
                var other = new Session(List.of(second.place()), S3.environment(), temporary.resolve("other"), clock)) {
            var trial = new Trial(
                    Seeds.name(seed),
                    random,
                    clock,
                    List.of(new Trial.Lake(one, List.of(first)), new Trial.Lake(other, List.of(second))));
            trial.run(Step.draw(random, 2, Action::draw));
            trial.end();
        }
    }

    static LongStream seedsOfTwo() {
        return Seeds.first(2);
    }
}
