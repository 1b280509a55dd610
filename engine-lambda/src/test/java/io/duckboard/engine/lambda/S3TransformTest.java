package io.duckboard.engine.lambda;

import static io.duckboard.engine.lambda.TransformInProcess.external;
import static io.duckboard.engine.lambda.TransformInProcess.partitioned;
import static io.duckboard.engine.lambda.TransformInProcess.table;
import static io.duckboard.engine.lambda.TransformInProcess.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models are built and published on S3 as in a folder. */
@Tag("s3")
class S3TransformTest {

    private static final Pattern IS_CANCELLED = Pattern.compile("control(/|%2F)");

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private S3Server s3;

    @BeforeEach
    void open() {
        s3 = new S3Server();
        new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)");
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lake", "lake/one"})
    void publishesAllKindsOfModels(String place) {
        s3.upload(folder, place);
        var settings = S3Engine.settings(s3, "s3://" + place, temporary);
        var transform = new TransformInProcess(settings);
        UUID run = UUID.randomUUID();
        BuiltModel small = transform.build(run, view("small", "SELECT n FROM numbers WHERE n < 4"));
        BuiltModel top = transform.build(
                run, external("top", "dashboard/top.parquet", "SELECT n FROM small ORDER BY n DESC", "small"), small);
        BuiltModel parts =
                transform.build(run, partitioned("parts", "odd", "SELECT n, (n % 2)::INTEGER AS odd FROM numbers"));

        assertThat(transform.publish(run, small, top, parts).notes()).isEmpty();

        var query = new InProcess(settings);
        assertThat(query.rows("FROM top")).containsExactly(List.of(3), List.of(2), List.of(1), List.of(0));
        assertThat(query.rows("SELECT odd, count(*) FROM parts GROUP BY ALL ORDER BY ALL"))
                .containsExactly(List.of(0, 5), List.of(1, 5));
        assertThat(query.rows("SELECT count(*) FROM read_parquet('s3://" + place + "/dashboard/top.parquet')"))
                .containsExactly(List.of(4));
    }

    @Test
    void asksForManyPartitionsNoMoreOftenThanForFew() {
        s3.upload(folder, "lake");
        var transform = new TransformInProcess(S3Engine.settings(s3, "s3://lake", temporary));
        transform.publish(table("first", "SELECT 1 AS n"));

        List<Long> few = requestsWithPartitions(3, transform);
        List<Long> many = requestsWithPartitions(60, transform);

        assertThat(many).as("requests without the partitions' own uploads").isEqualTo(few);
    }

    /** Those of the build, and those of the publish, but for one PUT for each partition and one GET for each record. */
    private List<Long> requestsWithPartitions(int partitions, TransformInProcess transform) {
        s3.network().forget();
        UUID run = UUID.randomUUID();
        BuiltModel parts = transform.build(
                run,
                partitioned(
                        "parts_" + partitions,
                        "part",
                        "SELECT range AS n, range AS part FROM range(" + partitions + ")"));
        long build = requests() - partitions;
        return List.of(build, publishedIn(run, parts, transform));
    }

    private long publishedIn(UUID run, BuiltModel parts, TransformInProcess transform) {
        s3.network().forget();
        transform.publish(run, parts);
        return requests();
    }

    /** A connection that ends is none. What takes over a second is asked meanwhile whether it is cancelled. */
    private long requests() {
        return s3.network().requests().stream()
                .filter(request -> !request.startsWith("GET /lake/_duckboard/journal/") && request.contains(" /"))
                .filter(request -> !IS_CANCELLED.matcher(request).find())
                .count();
    }

    @Test
    void losesNothingThatAnotherPublishesAtTheSameTime() {
        s3.upload(folder, "lake");
        var settings = S3Engine.settings(s3, "s3://lake", temporary);
        var one = new TransformInProcess(settings);
        var other = new TransformInProcess(settings);
        List.of(one, other).parallelStream()
                .forEach(transform -> transform.publish(
                        table(transform == one ? "one" : "other", "SELECT count(*) AS n FROM numbers")));

        assertThat(new InProcess(settings).rows("SELECT a.n, b.n FROM one a, other b"))
                .containsExactly(List.of(10, 10));
    }

    @Test
    void removesWhatADeadRunHasLeft() {
        s3.upload(folder, "lake");
        var settings = S3Engine.settings(s3, "s3://lake", temporary);
        BuiltModel left = new TransformInProcess(settings).build(UUID.randomUUID(), table("m", "SELECT 1 AS n"));
        String path = left.files().getFirst().path();
        assertThat(s3.has("lake/" + path)).isTrue();

        new TransformInProcess(settings, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61)))
                .publish(table("other", "SELECT 1 AS n"));

        assertThat(s3.has("lake/" + path)).isFalse();
    }

    @Test
    void leavesWhatNoRecordNamesWhateverItIsCalled() {
        s3.upload(folder, "lake");
        var settings = S3Engine.settings(s3, "s3://lake", temporary);
        byte[] theirs = "theirs".getBytes(StandardCharsets.UTF_8);
        List<String> keys = List.of(
                "lake/models/m/" + UUID.randomUUID() + ".parquet",
                "lake/models/p/" + UUID.randomUUID() + "/odd=1/" + UUID.randomUUID() + ".parquet",
                "lake/_duckboard/journal/" + UUID.randomUUID() + ".json");
        keys.forEach(key -> s3.put(key, theirs));

        new TransformInProcess(settings).publish(table("m", "SELECT 1 AS n"));
        new TransformInProcess(settings, Clock.offset(Clock.systemUTC(), Duration.ofHours(2)))
                .publish(table("m", "SELECT 2 AS n"));

        assertThat(keys).allMatch(s3::has);
    }

    @Test
    void replacesItsOwnCopyAndNoFileOfOthersInItsPlace() {
        s3.upload(folder, "lake");
        var settings = S3Engine.settings(s3, "s3://lake", temporary);
        var transform = new TransformInProcess(settings);
        var query = new InProcess(settings);
        String copy = "FROM read_parquet('s3://lake/dashboard/top.parquet')";
        transform.publish(external("top", "dashboard/top.parquet", "SELECT 1 AS n"));
        transform.publish(external("top", "dashboard/top.parquet", "SELECT 2 AS n"));
        assertThat(query.rows(copy)).containsExactly(List.of(2));

        s3.put("lake/dashboard/top.parquet", "exported by others".getBytes(StandardCharsets.UTF_8));
        UUID run = UUID.randomUUID();
        TransformAnswer.Published published =
                transform.publish(run, transform.build(run, external("top", "dashboard/top.parquet", "SELECT 3 AS n")));

        assertThat(published.notes())
                .singleElement()
                .satisfies(note -> assertThat(note).contains("stays as it is"));
        assertThat(query.rows("FROM top")).containsExactly(List.of(3));
        assertThat(query.problem(copy).code()).isEqualTo(ErrorCode.FILE_DAMAGED);
    }

    @Test
    void keepsNoRecordOfWhatItHasRemoved() {
        s3.upload(folder, "lake");
        var settings = S3Engine.settings(s3, "s3://lake", temporary);
        new TransformInProcess(settings).publish(table("m", "SELECT 1 AS n"));
        new TransformInProcess(settings).build(UUID.randomUUID(), partitioned("left", "n", "SELECT 1 AS n, 2 AS m"));
        for (int hours = 2; hours <= 4; hours += 2) {
            new TransformInProcess(settings, Clock.offset(Clock.systemUTC(), Duration.ofHours(hours)))
                    .publish(table("m", "SELECT 2 AS n"));
        }

        // For the table's file, and for the previous one, which a query may be reading.
        assertThat(s3.keys("lake", "_duckboard/journal/")).hasSize(2);
        assertThat(s3.keys("lake", "models/")).hasSize(2);
    }
}
