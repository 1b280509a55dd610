package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.local.testing.TestEngine;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An export that is stopped while it is written leaves no file, and its worker is free for the next query. */
@Tag("process")
class ExportEndTest {

    private static final String ENDLESS = "SELECT range AS n, hash(range) AS h FROM range(1000000000000)";

    /** The marker is seen within a second after the query's first second; the rest is for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(8);

    @TempDir
    private static Path lake;

    private static TestEngine engine;

    @BeforeAll
    static void start() throws IOException {
        engine = TestEngine.over(new TestLake(lake).location(), 1, Duration.ofSeconds(40));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    static List<Export> formats() {
        return List.of(new Export.Parquet(), new Export.Csv(Export.Escape.NONE), new Export.JsonLines());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void endsAtItsDeadline(Export format) {
        Problem problem = engine.problem(
                Query.of(ENDLESS).timeout(Duration.ofMillis(1500)).into(format));

        assertThat(problem.code()).isEqualTo(ErrorCode.TIMEOUT);
        assertThat(problem.message()).contains("1.5 s");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void endsWhenItIsCancelled(Export format) {
        UUID id = UUID.randomUUID();
        CompletableFuture<Problem> call =
                engine.problemAsync(Query.of(ENDLESS).queryId(id).into(format));
        await().atMost(SOON).until(() -> isBegun(format));

        engine.cancel(id);

        assertThat(call).succeedsWithin(SOON).extracting(Problem::code).isEqualTo(ErrorCode.CANCELLED);
    }

    private static boolean isBegun(Export format) {
        return TestLake.staged(lake).stream().anyMatch(draft -> draft.endsWith("." + format.extension()));
    }

    @AfterEach
    void nothingIsLeftAndTheWorkerAnswers() {
        assertThat(lake.resolve("_duckboard/results")).isEmptyDirectory();
        assertThat(TestLake.staged(lake)).isEmpty();
        assertThat(lake.resolve("_duckboard/journal")).isDirectoryNotContaining("glob:**.json");
        assertThat(engine.answer(Query.of("SELECT 1")).metadata().warm()).isTrue();
    }
}
