package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.local.testing.TestEngine;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.testing.Attack;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unfinished files of a killed worker are removed when its death is noticed, and not a day later. */
@Attack("A worker is killed in the midst of an answer, which is to stay on the disk")
@Tag("process")
class KilledWorkerTest {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    @TempDir
    private Path folder;

    @Test
    void leavesNothingOfAnAnswerThatItWrites() throws IOException {
        TestLake lake = new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)");
        try (TestEngine engine = TestEngine.over(lake.location(), 1, LONGEST)) {
            engine.answer(Query.of("SELECT 1"));
            ProcessHandle worker =
                    ProcessHandle.current().children().findFirst().orElseThrow();
            CompletableFuture<String> call = CompletableFuture.supplyAsync(
                    () -> engine.functionError(Query.of("SELECT hash(range) AS h FROM range(1000000000000)")
                            .into(new Export.Csv(Export.Escape.NONE))),
                    Thread::startVirtualThread);
            await().until(() -> TestLake.staged(folder).stream().anyMatch(path -> path.endsWith(".csv")));

            worker.destroyForcibly();

            assertThat(call).succeedsWithin(Duration.ofSeconds(10)).asString().contains("signal: killed");
            await().untilAsserted(() ->
                    assertThat(folder.resolve("_duckboard/journal/held")).isEmptyDirectory());
            assertThat(folder.resolve("_duckboard/staging")).isDirectoryNotContaining(path -> !path.endsWith(".lock"));
            assertThat(engine.exported(Query.of("FROM numbers").into(new Export.Parquet()))
                            .file()
                            .rows())
                    .isEqualTo(10);
        }
        assertThat(folder.resolve("_duckboard/journal/held")).isEmptyDirectory();
    }
}
