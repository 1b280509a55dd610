package io.duckboard.engine.lambda;

import static io.duckboard.engine.lambda.TransformInProcess.external;
import static io.duckboard.engine.lambda.TransformInProcess.partitioned;
import static io.duckboard.engine.lambda.TransformInProcess.table;
import static io.duckboard.engine.lambda.TransformInProcess.test;
import static io.duckboard.engine.lambda.TransformInProcess.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.TestOutcome;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformAnswer.Step;
import io.duckboard.engine.protocol.TransformJson;
import io.duckboard.engine.protocol.TransformRequest;
import io.duckboard.engine.testing.SlowQueries;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models are built beside the existing ones, and published all at once. */
class TransformTest {

    private TestLake lake;
    private InProcess query;
    private TransformInProcess transform;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        lake = new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)");
        var settings = new EngineSettings(lake.location(), 1024, temporary, Optional.empty());
        query = new InProcess(settings);
        transform = new TransformInProcess(settings);
    }

    @Test
    void showsNobodyWhatIsNotPublished() {
        UUID run = UUID.randomUUID();
        BuiltModel built = transform.build(run, table("evens", "SELECT n FROM numbers WHERE n % 2 = 0"));

        assertThat(built.rows()).isEqualTo(5);
        assertThat(query.problem("FROM evens").code()).isEqualTo(ErrorCode.UNKNOWN_NAME);

        transform.publish(run, built);
        assertThat(query.rows("SELECT count(*), sum(n)::INTEGER FROM evens")).containsExactly(List.of(5, 20));
        assertThat(query.rows("SELECT kind, rows, built_from FROM lake.tables WHERE name = 'evens'"))
                .containsExactly(List.of("model", 5, List.of("numbers")));
        assertThat(query.rows("SELECT name, type, description FROM lake.columns WHERE table_name = 'evens'"))
                .containsExactly(List.of("n", "BIGINT", "a number"));
    }

    @Test
    void readsModelsOfTheSameRunAsTheyWillBe() {
        transform.publish(table("base", "SELECT 1 AS n"));
        UUID run = UUID.randomUUID();
        BuiltModel base = transform.build(run, table("base", "SELECT n FROM numbers"));
        BuiltModel doubled = transform.build(run, view("doubled", "SELECT n * 2 AS n FROM base", "base"), base);
        BuiltModel top =
                transform.build(run, table("top", "SELECT max(n) AS n FROM doubled", "doubled"), base, doubled);

        assertThat(query.rows("FROM base")).containsExactly(List.of(1));
        transform.publish(run, base, doubled, top);
        assertThat(query.rows("FROM top")).containsExactly(List.of(18));
        assertThat(query.rows("SELECT count(*) FROM doubled")).containsExactly(List.of(10));
    }

    @Test
    void keepsAViewAsItsSqlWhichFollowsWhatItReads() {
        transform.publish(view("small", "SELECT n FROM numbers WHERE n < 3 -- so small;"));

        assertThat(query.rows("SELECT count(*) FROM small")).containsExactly(List.of(3));
        assertThat(query.rows("SELECT kind, rows, files, built_from FROM lake.tables WHERE name = 'small'"))
                .containsExactly(Arrays.asList("view", null, 0, List.of("numbers")));
        transform.publish(table("base", "SELECT n FROM numbers"));
        transform.publish(view("most", "SELECT max(n) AS n FROM base"));
        transform.publish(table("base", "SELECT n + 1 AS n, 'new' AS what FROM numbers"));
        assertThat(query.rows("FROM most")).containsExactly(List.of(10));
    }

    @Test
    void turnsAViewIntoATableAndBack() {
        transform.publish(view("m", "SELECT 1 AS n"));
        transform.publish(table("m", "SELECT 2 AS n"));
        assertThat(query.rows("FROM m")).containsExactly(List.of(2));

        transform.publish(view("m", "SELECT 3 AS n"));
        assertThat(query.rows("FROM m")).containsExactly(List.of(3));
    }

    @Test
    void keepsTheOrderOfAModelAndItsCopy() {
        transform.publish(external("top", "dashboard/top.parquet", "SELECT n FROM numbers ORDER BY n DESC LIMIT 3"));

        assertThat(query.rows("FROM top")).containsExactly(List.of(9), List.of(8), List.of(7));
        assertThat(query.rows("FROM read_parquet('" + lake.root() + "/dashboard/top.parquet')"))
                .containsExactly(List.of(9), List.of(8), List.of(7));
        assertThat(lake.root().resolve("_duckboard/staging")).isDirectoryNotContaining("glob:**models-*");
    }

    @Test
    void partitionsByAColumn() {
        BuiltModel built =
                transform.publish(partitioned("parts", "odd", "SELECT n, (n % 2)::INTEGER AS odd FROM numbers"));

        assertThat(built.files())
                .extracting(Catalog.File::path)
                .allMatch(path -> path.matches("models/parts/[0-9a-f-]{36}/odd=[01]/[0-9a-f-]{36}\\.parquet"));
        assertThat(query.rows("SELECT odd, count(*) FROM parts GROUP BY odd ORDER BY odd"))
                .containsExactly(List.of(0, 5), List.of(1, 5));
        assertThat(query.rows("SELECT partition FROM lake.partitions WHERE table_name = 'parts' ORDER BY ALL"))
                .containsExactly(List.of("odd=0"), List.of("odd=1"));
    }

    @Test
    void hasATableEvenWhereNoRowMakesAPartition() {
        transform.publish(partitioned("parts", "odd", "SELECT n, n % 2 AS odd FROM numbers WHERE n > 99"));

        assertThat(query.rows("SELECT count(*) FROM parts")).containsExactly(List.of(0));
    }

    @Test
    void hasPartitionsOfAnyValue() {
        transform.publish(
                partitioned(
                        "parts",
                        "place",
                        "SELECT 1 AS n, 'Staten Island' AS place UNION ALL SELECT 2, 'Åland, 100% (north/south)' UNION ALL SELECT 3, NULL"));

        assertThat(query.rows("SELECT place FROM parts ORDER BY place NULLS LAST"))
                .extracting(List::getFirst)
                .containsExactly("Staten Island", "Åland, 100% (north/south)", null);
    }

    @Test
    void letsTheGuardJudgeAModelAndAViewThatComesWithARequest() {
        Problem reads = transform.problem(new TransformRequest.Materialize(
                UUID.randomUUID(), table("evil", "SELECT * FROM read_csv('/etc/passwd')"), List.of()));
        assertThat(reads.code()).isEqualTo(ErrorCode.NOT_ALLOWED);

        BuiltModel two = new BuiltModel(view("two", "SELECT 1; DROP VIEW numbers"), List.of(), List.of(), 0);
        Problem twice = transform.problem(
                new TransformRequest.Materialize(UUID.randomUUID(), table("m", "FROM two", "two"), List.of(two)));
        assertThat(twice.code()).isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(query.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(10));
    }

    @Test
    void spoilsNoTableWithAViewThatTheGuardRefuses() {
        BuiltModel evil =
                new BuiltModel(view("evil", "SELECT * FROM read_text('/etc/passwd')"), List.of(), List.of(), 0);
        transform.publish(UUID.randomUUID(), evil);

        assertThat(query.problem("FROM evil").message()).startsWith("Table evil cannot be read");
        assertThat(query.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(10));
        assertThat(query.rows("SELECT name FROM lake.tables WHERE problem IS NOT NULL"))
                .containsExactly(List.of("evil"));
    }

    @Test
    void neverReplacesLoadedData() {
        Problem problem = transform.problem(
                new TransformRequest.Materialize(UUID.randomUUID(), table("numbers", "SELECT 1 AS n"), List.of()));

        assertThat(problem.message()).contains("numbers").contains("did not make");
        assertThat(query.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(10));
    }

    @Test
    void publishesNothingWhoseFilesAreGone() throws IOException {
        UUID run = UUID.randomUUID();
        BuiltModel built = transform.build(run, table("m", "SELECT 1 AS n"));
        Files.delete(lake.root().resolve(built.files().getFirst().path()));

        Problem problem = transform.problem(new TransformRequest.Publish(run, Instant.now(), List.of(built)));

        assertThat(problem.code()).isEqualTo(ErrorCode.FILE_MISSING);
        assertThat(query.problem("FROM m").code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
    }

    @Test
    void takesNoFileForAModelsThatLiesElsewhere() {
        BuiltModel built = transform.build(UUID.randomUUID(), table("m", "SELECT 1 AS n"));
        String request = new String(
                TransformJson.write(new TransformRequest.Publish(UUID.randomUUID(), Instant.now(), List.of(built))),
                StandardCharsets.UTF_8);

        assertThat(transform.send(request.replace(
                        built.files().getFirst().path(), "_duckboard/results/" + UUID.randomUUID() + ".parquet")))
                .isInstanceOfSatisfying(
                        TransformAnswer.Failed.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void leavesWhatALaterRunHasPublished() {
        UUID run = UUID.randomUUID();
        Instant begunAt = Instant.now();
        BuiltModel old = transform.build(run, table("m", "SELECT 'old' AS n"));
        transform.publish(table("m", "SELECT 'new' AS n"));

        Problem problem = transform.problem(new TransformRequest.Publish(run, begunAt, List.of(old)));

        assertThat(problem.code()).isEqualTo(ErrorCode.BUSY);
        assertThat(query.rows("FROM m")).containsExactly(List.of("new"));
    }

    @Test
    void keepsTheRowsThatFailATest() {
        TestOutcome outcome = transform.check(test("no_big_numbers", "SELECT n FROM numbers WHERE n > 7"));

        assertThat(outcome.failures()).isEqualTo(2);
        assertThat(lake.root().resolve(outcome.rows().orElseThrow().path())).isRegularFile();
        assertThat(transform
                        .check(test("no_huge_numbers", "SELECT n FROM numbers WHERE n > 70"))
                        .isPassed())
                .isTrue();
    }

    @Test
    void saysWhereAnErrorLiesInTheModelsOwnText() {
        String sql = "SELECT n\nFROM numbers\nWHERE nn > 7";
        Problem asTest = transform.problem(new TransformRequest.Check(UUID.randomUUID(), test("t", sql), List.of()));
        Problem asTable =
                transform.problem(new TransformRequest.Materialize(UUID.randomUUID(), table("m", sql), List.of()));
        Problem asView =
                transform.problem(new TransformRequest.Materialize(UUID.randomUUID(), view("m", sql), List.of()));

        assertThat(List.of(asTest, asTable, asView)).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
            assertThat(problem.position()).hasValue(sql.indexOf("nn"));
        });
    }

    @Test
    void runsAWholePlanInOneCall() {
        TransformAnswer.Ran ran = transform.run(
                view("small", "SELECT n FROM numbers WHERE n < 5"),
                table("total", "SELECT sum(n)::INTEGER AS n FROM small", "small"),
                test("total_is_there", "SELECT * FROM total WHERE n IS NULL", "total"));

        assertThat(ran.published()).isPresent();
        assertThat(ran.steps()).hasSize(3);
        assertThat(query.rows("FROM total")).containsExactly(List.of(10));
    }

    @Test
    void stopsBehindAFailedTestAndPublishesNothing() {
        TransformAnswer.Ran ran = transform.run(
                table("a", "SELECT n FROM numbers"),
                table("b", "SELECT n FROM a", "a"),
                table("c", "SELECT 1 AS n"),
                test("a_is_small", "SELECT * FROM a WHERE n > 5", "a"));

        assertThat(ran.published()).isEmpty();
        assertThat(ran.steps()).hasSize(4).anySatisfy(step -> assertThat(step).isEqualTo(new Step.Skipped("b")));
        assertThat(query.problem("FROM c").code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
    }

    @Test
    void beginsNothingMoreOfAPlanThatIsCancelled() throws IOException {
        UUID run = UUID.randomUUID();
        var plan = new CompiledPlan(
                "project",
                List.of(table("slow", SlowQueries.INTERRUPTIBLE.getFirst()), table("next", "SELECT 1 AS n")));
        Files.createFile(Files.createDirectories(lake.root().resolve("_duckboard/control"))
                .resolve(run.toString()));

        Problem problem = transform.problem(new TransformRequest.Run(run, plan));

        assertThat(problem.code()).isEqualTo(ErrorCode.CANCELLED);
        assertThat(lake.root().resolve("models/next")).doesNotExist();
    }

    @Test
    void keepsWhatOthersFoundInALakeWithoutACatalog(@TempDir Path folder, @TempDir Path temporary) throws IOException {
        var plain = new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)");
        Files.delete(folder.resolve(Catalog.FILE));
        var settings = new EngineSettings(plain.location(), 1024, temporary, Optional.empty());

        new TransformInProcess(settings).publish(table("m", "SELECT max(n) AS n FROM numbers"));

        var engine = new InProcess(settings);
        assertThat(engine.rows("FROM m")).containsExactly(List.of(9));
        assertThat(engine.rows("SELECT count(*) FROM numbers")).containsExactly(List.of(10));
    }

    @Test
    void tellsTheParsersTree() {
        assertThat(transform.send(new TransformRequest.Parse("SELECT n FROM numbers")))
                .isInstanceOfSatisfying(
                        TransformAnswer.Parsed.class,
                        parsed -> assertThat(parsed.tree()).contains("\"error\":false"));
    }

    @Test
    void saysWhatItExpects() {
        for (String event : List.of("[]", "null", "{}", "{\"materialize\": {}}", "{\"run\": {\"version\": 99}}")) {
            assertThat(transform.send(event))
                    .isInstanceOfSatisfying(
                            TransformAnswer.Failed.class,
                            failed -> assertThat(failed.problem().code()).isEqualTo(ErrorCode.INVALID_REQUEST));
        }
    }
}
