package io.duckboard.client.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.client.LambdaQueryEngine;
import io.duckboard.client.QueryEngine;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.protocol.Request;
import io.duckboard.lake.trips.SampleLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A map-reduce over the sample, with the real engine, finds the same as a single query. */
@Tag("process")
class SampleMapReduceTest {

    /** The number of days in the sample's month. */
    private static final int DAYS = 30;

    private static final Batching ALONE = Batching.of(OptionalInt.empty());

    private static final String MAP =
            "SELECT pickup_location_id AS location_id, count(*) AS counts FROM {part} GROUP BY location_id";

    private static final String REDUCE =
            "SELECT location_id, sum(counts)::BIGINT AS counts FROM parts GROUP BY location_id ORDER BY counts DESC, location_id";

    @TempDir
    private static Path folder;

    private static LakeLocation.Folder lake;
    private static LocalLambda lambda;
    private static LambdaQueryEngine engine;
    private static QueryEngine remembered;

    @BeforeAll
    static void start() throws IOException {
        lake = new LakeLocation.Folder(folder);
        new SampleLake(Clock.systemUTC()).populate(lake);
        lambda = LocalLambda.start(DuckboardFunctions.over(lake, 2));
        engine = engine(lambda);
        remembered = RememberedParts.of(engine);
    }

    static IntStream days() {
        return IntStream.rangeClosed(1, DAYS);
    }

    @AfterAll
    static void close() {
        engine.close();
        lambda.close();
    }

    /** The 465 ranges have 4,960 parts, but those are only thirty files. */
    @ParameterizedTest
    @MethodSource("days")
    void findsWhatOneQueryFindsOnEveryRangeOfDays(int first) throws Exception {
        for (int last = first; last <= DAYS; last++) {
            assertThat(mapReduce(remembered, "partitioned/date=2019-04-{%02d..%02d}".formatted(first, last)))
                    .as("%d to %d", first, last)
                    .isEqualTo(single(first, last));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "partitioned/date=2019-04-{01..30} | 1 | 30",
                "partitioned/date=2019-04-* | 1 | 30",
                "partitioned/date=* | 1 | 30",
                "partitioned/date=2019-04-{30..29} | 29 | 30",
                "partitioned/date=2019-04-0[3-5] | 3 | 5",
                "partitioned/date=2019-04-{09,1*,20} | 9 | 20",
                "partitioned/date=2019-04-{10..11}/*.parquet | 10 | 11",
            })
    void takesPatternsOfManyKinds(String over, int first, int last) throws Exception {
        assertThat(mapReduce(over)).isEqualTo(single(first, last));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void findsTheSameWhenPartsShareACall(int calls) throws Exception {
        var batching = new Batching(calls);

        assertThat(mapReduce(engine, "partitioned/date=2019-04-{01..10}", batching))
                .isEqualTo(single(1, 10));
        assertThat(mapReduce(engine, "partitioned/date=*", batching)).isEqualTo(single(1, 30));
    }

    @Test
    void knowsTheSizesOfPartitions() throws Exception {
        assertThat(new Partitions(engine, lake).matching("partitioned/date=2019-04-0[1-2]"))
                .hasSize(2)
                .allSatisfy(partition -> assertThat(partition.bytes())
                        .hasValue(Files.size(Path.of(partition.files().getFirst()))));
    }

    @Test
    void asksPartsAloneThatCannotBeAskedTogether() {
        var plan = new MapReducePlan(
                new MapTemplate("SELECT count(*) AS n, 'two' AS n FROM {part};"),
                "SELECT sum(n)::BIGINT FROM parts",
                new Partitions(engine, lake).matching("partitioned/date=*"),
                1);

        MapReduceAnswer answer =
                new MapReduce(engine, 4, Retries.DEFAULT, new Batching(2)).run(plan, MapReduceProgress.NONE);

        assertThat(answer.answer().rows()).isEqualTo(List.of(List.of(10_000)));
        assertThat(answer.totals().calls()).isEqualTo(31);
    }

    @Test
    void takesWholePaths() throws Exception {
        assertThat(mapReduce(lake + "/partitioned/date=2019-04-{02..03}/")).isEqualTo(single(2, 3));
        assertThat(new Partitions(engine, lake).matching(lake + "/partitioned/date=2019-04-02/"))
                .extracting(Partition::name)
                .containsExactly("partitioned/date=2019-04-02");
    }

    @Test
    void namesThePartitionThatHasNoFiles() {
        assertThatExceptionOfType(MapReduceException.class)
                .isThrownBy(() -> mapReduce("partitioned/date=2019-04-{29..31}"))
                .withMessageStartingWith("Part partitioned/date=2019-04-31 failed: ")
                .withMessageNotContaining(lake.toString());
        assertThatExceptionOfType(MapReduceException.class)
                .isThrownBy(() -> mapReduce("partitioned/date=2018-*"))
                .withMessageStartingWith("There are no partitions partitioned/date=2018-*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"results/*", "results/x.parquet", "../*", "/etc/*", "control/{a,b}", "*"})
    void staysWithinTheLakesData(String over) {
        assertThatExceptionOfType(MapReduceException.class)
                .isThrownBy(() -> mapReduce(over))
                .withMessageContainingAll("file");
    }

    @Test
    void getsThroughWhenTheEngineIsBusy() throws Exception {
        var narrow = DuckboardFunctions.over(lake, 1).queueTime(Duration.ZERO);
        try (LocalLambda busy = LocalLambda.start(narrow);
                LambdaQueryEngine one = engine(busy)) {
            MapReduceAnswer answer = new MapReduce(one, 4, Retries.DEFAULT, ALONE)
                    .run(plan(one, "partitioned/date=2019-04-{01..06}"), MapReduceProgress.NONE);

            assertThat(answer.answer().rows()).isEqualTo(single(1, 6));
            assertThat(answer.totals().calls()).isEqualTo(7);
        }
    }

    @Test
    void readsTheFilesOfTheTableAndNoneThatLieBesideThem() throws Exception {
        Path day = folder.resolve("partitioned/date=2019-04-20");
        Path old = day.resolve("old.parquet");
        try (var files = Files.list(day)) {
            Files.copy(files.findFirst().orElseThrow(), old);
            assertThat(mapReduce("partitioned/date=2019-04-20")).isEqualTo(single(20, 20));
            assertThat(mapReduce("partitioned/date=2019-04-2[0-1]")).isEqualTo(single(20, 21));
        } finally {
            Files.delete(old);
        }
    }

    private static List<List<@Nullable Object>> mapReduce(String over) {
        return mapReduce(engine, over);
    }

    private static List<List<@Nullable Object>> mapReduce(QueryEngine asked, String over) {
        return mapReduce(asked, over, ALONE);
    }

    private static List<List<@Nullable Object>> mapReduce(QueryEngine asked, String over, Batching batching) {
        return new MapReduce(asked, 4, Retries.DEFAULT, batching)
                .run(plan(asked, over), MapReduceProgress.NONE)
                .answer()
                .rows();
    }

    private static MapReducePlan plan(QueryEngine asked, String over) {
        return new MapReducePlan(new MapTemplate(MAP), REDUCE, new Partitions(asked, lake).matching(over), 1000);
    }

    private static List<List<@Nullable Object>> single(int first, int last) {
        String sql =
                "SELECT pickup_location_id AS location_id, count(*) AS counts FROM trips WHERE day(pickup_at) BETWEEN "
                        + first + " AND " + last + " GROUP BY location_id ORDER BY counts DESC, location_id";
        var query = Request.Query.of(sql).limit(1000);
        return ((QueryOutcome.Answered) engine.ask(query)).answer().rows();
    }

    private static LambdaQueryEngine engine(LocalLambda lambda) {
        return LambdaQueryEngine.onThisMachine(
                lambda.endpoint(),
                lambda.accessKey(),
                lambda.secretKey(),
                DuckboardFunctions.QUERY,
                Duration.ofSeconds(60));
    }
}
