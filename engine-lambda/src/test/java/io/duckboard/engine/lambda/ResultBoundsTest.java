package io.duckboard.engine.lambda;

import static io.duckboard.engine.lambda.TransformInProcess.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.RandomName;
import io.duckboard.engine.duckdb.Interruption;
import io.duckboard.engine.duckdb.Result;
import io.duckboard.engine.lake.Disk;
import io.duckboard.engine.lake.FolderLake;
import io.duckboard.engine.lake.FolderResults;
import io.duckboard.engine.lake.QueryRoom;
import io.duckboard.engine.lake.ResultBounds;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole answers in a folder take up a limited amount of its disk. */
@Attack("An answer without an end, or many large ones, are to fill the disk")
class ResultBoundsTest {

    private static final long MEGABYTE = 1_000_000;
    private static final String ENDLESS = "SELECT range AS n, hash(range) AS h FROM range(1000000000000)";
    private static final Export CSV = new Export.Csv(Export.Escape.NONE);

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private LakeLocation.Folder lake;

    @BeforeEach
    void fill() {
        new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)");
        lake = new LakeLocation.Folder(folder);
    }

    @ParameterizedTest
    @MethodSource("io.duckboard.engine.lambda.ExportTest#formats")
    void endAnAnswerThatHasNoEnd(Export format) {
        var engine = new InProcess(settings(Map.of("DUCKBOARD_RESULT_MB", "1")));

        Problem problem = engine.problem(Query.of(ENDLESS).into(format));

        assertThat(problem.code()).isEqualTo(ErrorCode.RESULT_TOO_LARGE);
        assertThat(problem.message()).isEqualTo("The whole answer is larger than the 1 MB that one may take.");
        assertThat(problem.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("DUCKBOARD_RESULT_MB"));
        assertThatNothingIsLeft();
        assertThat(engine.exported(Query.of("FROM numbers").into(format)).file().rows())
                .isEqualTo(10);
    }

    @Test
    void countWhatIsWrittenBetweenTwoLooks() {
        var engine = new InProcess(settings(Map.of("DUCKBOARD_RESULT_MB", "1")));

        assertThat(engine.problem(filled(1_100_000)).code()).isEqualTo(ErrorCode.RESULT_TOO_LARGE);

        assertThatNothingIsLeft();
        assertThat(engine.exported(filled(900_000)).file().bytes()).isBetween(900_000L, MEGABYTE);
    }

    @Test
    void keepSoMuchUntilSomethingOfItGoes() throws IOException {
        Files.write(
                Files.createDirectories(folder.resolve("_duckboard/results")).resolve("theirs.csv"),
                new byte[5_000_000]);
        EngineSettings settings = settings(Map.of("DUCKBOARD_KEPT_MB", "2"));
        var engine = new InProcess(settings);
        var other = new InProcess(settings);
        String first = engine.exported(filled(900_000)).file().path();
        other.exported(filled(900_000));

        Problem problem = engine.problem(filled(900_000));

        assertThat(problem.code()).isEqualTo(ErrorCode.RESULT_TOO_LARGE);
        assertThat(problem.message())
                .isEqualTo("There is no room for the whole answer: those that are kept take 1.8 MB,"
                        + " and all together may take 2 MB.");
        assertThat(problem.hint())
                .hasValueSatisfying(hint -> assertThat(hint)
                        .matches("The first of them ends at \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC\\."
                                + " DUCKBOARD_KEPT_MB, where the engine is started, says how much\\."));
        assertThat(engine.exported(filled(100_000)).file().bytes()).isLessThan(200_000);
        Files.delete(folder.resolve(first));
        assertThat(engine.exported(filled(900_000)).file().bytes()).isLessThan(MEGABYTE);
        assertThat(engine.problem(filled(900_000)).code()).isEqualTo(ErrorCode.RESULT_TOO_LARGE);
        var nextDay = new InProcess(settings, Clock.offset(Clock.systemUTC(), Duration.ofHours(25)));
        assertThat(nextDay.exported(filled(900_000)).file().bytes()).isLessThan(MEGABYTE);
    }

    @Test
    void areATenthOfTheFreeSpaceUnlessTheyAreSaid() {
        Engine engine = over(() -> new Disk.Space(20 * MEGABYTE, 100 * MEGABYTE), ResultBounds.UNSAID);

        assertThat(problem(engine, filled(2_100_000)).message())
                .isEqualTo("The whole answer is larger than the 2 MB that one may take.");
        assertThat(answer(engine, filled(1_900_000))).isInstanceOf(Result.Exported.class);
        assertThat(problem(engine, filled(1_900_000)).message()).contains("take 1.9 MB", "may take 2.2 MB");
    }

    @Test
    void leaveADiskThatIsNearlyFullAsItIs() {
        Engine engine = over(() -> new Disk.Space(900 * MEGABYTE, 100_000 * MEGABYTE), ResultBounds.UNSAID);

        Problem problem = problem(engine, filled(1));

        assertThat(problem.code()).isEqualTo(ErrorCode.RESULT_TOO_LARGE);
        assertThat(problem.message()).contains("has 900 MB left", "leave 1,000 MB of it free");
        assertThatNothingIsLeft();
    }

    @ParameterizedTest
    @MethodSource("io.duckboard.engine.lambda.ExportTest#formats")
    void endAnAnswerWhenTheDiskGetsFull(Export format) {
        var looks = new AtomicInteger();
        Engine engine = over(
                () -> new Disk.Space((looks.incrementAndGet() < 4 ? 2_000 : 40) * MEGABYTE, 1_000 * MEGABYTE),
                ResultBounds.UNSAID);

        Problem problem = problem(engine, Query.of(ENDLESS).into(format));

        assertThat(problem.code()).isEqualTo(ErrorCode.RESULT_TOO_LARGE);
        assertThat(problem.message()).contains("has 40 MB left", "leave 50 MB of it free");
        assertThatNothingIsLeft();
        assertThat(answer(engine, Query.of("SELECT 1"))).isInstanceOf(Result.Rows.class);
    }

    @Test
    void takeNoCountFromATestOfData() {
        var transform = new TransformInProcess(settings(Map.of("DUCKBOARD_RESULT_MB", "1")));

        var many = transform.check(test("many", "SELECT hash(range) AS h FROM range(1000000)"));
        var few = transform.check(test("few", "SELECT n FROM numbers"));

        assertThat(many.failures()).isEqualTo(1_000_000);
        assertThat(many.rows()).isEmpty();
        assertThat(few.rows()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DUCKBOARD_RESULT_MB", "DUCKBOARD_KEPT_MB"})
    void areWholeMegabytes(String variable) {
        for (String wrong : List.of("0", "-1", "2 GB", "", "1e3")) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> settings(Map.of(variable, wrong)))
                    .withMessageContaining(variable + " is no number of megabytes: '" + wrong + "'");
        }
    }

    private static Query filled(int bytes) {
        return Query.of("SELECT repeat('x', " + bytes + ") AS x").into(CSV);
    }

    private EngineSettings settings(Map<String, String> bounds) {
        var environment = new HashMap<>(bounds);
        environment.put("DUCKBOARD_LAKE", folder.toString());
        return EngineSettings.from(environment);
    }

    private Engine over(Disk disk, ResultBounds bounds) {
        var settings = new EngineSettings(lake, 1024, temporary, Optional.empty());
        var room = new QueryRoom(folder, RandomName.make(), Clock.systemUTC());
        return new Engine(
                settings,
                new FolderLake(lake, Optional.empty()),
                new FolderResults(lake, room, bounds, disk, Optional.empty(), Clock.systemUTC()));
    }

    private static Result answer(Engine engine, Query query) {
        return engine.answer(query, columns -> 1_000, new Interruption());
    }

    private static Problem problem(Engine engine, Query query) {
        return switch (answer(engine, query)) {
            case Result.Failed failed -> failed.problem();
            case Result other -> throw new AssertionError(other.toString());
        };
    }

    private void assertThatNothingIsLeft() {
        assertThat(folder.resolve("_duckboard/results")).isEmptyDirectory();
        assertThat(folder.resolve("_duckboard/journal/passing")).doesNotExist();
        assertThat(TestLake.staged(folder)).isEmpty();
    }
}
