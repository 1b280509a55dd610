package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.client.QueryOutcome;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.testing.SampleEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code duckboard query} works well with the shell: with its pipes, its signals, and its exit codes. */
@Tag("process")
class QueryProcessTest {

    private static final String ENDLESS = "SELECT count(*) FROM range(10000000) a, range(10000000) b";

    /** Only a running query can take this much time, in addition to the start. */
    private static final Duration WORK = Duration.ofSeconds(1);

    @RegisterExtension
    private static final SampleEngine ENGINE = new SampleEngine();

    private static List<ProcessHandle> workers = List.of();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        // Warms up the engine, so that its work time covers only queries.
        assertThat(ENGINE.get().ask(Query.of("SELECT 1"))).isInstanceOf(QueryOutcome.Answered.class);
        workers = ProcessHandle.current().descendants().toList();
    }

    @Test
    void readsStandardInput() throws IOException, InterruptedException {
        try (var command = query("--format", "csv")) {
            command.type("SELECT 42 AS n\n");

            assertThat(command.out()).isEqualTo("n\n42\n");
            assertThat(command.err()).isEmpty();
            assertThat(command.exitCode()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void readsStandardInputWhereADashStands() throws IOException {
        try (var command = query("-", "--format", "csv")) {
            command.type("SELECT 42 AS n\n");

            assertThat(command.out()).isEqualTo("n\n42\n");
        }
    }

    @Test
    void saysThatStandardInputIsEmpty() throws IOException, InterruptedException {
        try (var command = query()) {
            command.type("");

            assertThat(command.err()).contains("There is no SQL").hasLineCount(1);
            assertThat(command.exitCode()).isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void loadsNothingOfSpring() throws IOException {
        Path log = folder.resolve("classes.log");
        try (var command = CommandProcess.start(
                ENGINE.home(), List.of("-Xlog:class+load:file=" + log), "query", "SELECT 42 AS n")) {
            assertThat(command.out()).contains("42");
        }

        // Spring Boot makes Logback load a class for log levels. Everything slow is in other packages.
        assertThat(log)
                .content()
                .contains("io.duckboard.cli.query.QueryCommand")
                .doesNotContain("org.springframework.context", "org.springframework.core", "org.springframework.beans");
    }

    @Test
    void cancelsTheQueryOnCtrlC() throws IOException, InterruptedException {
        Duration before = work();
        try (var command = query(ENDLESS)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> work().minus(before).compareTo(WORK) > 0);
            command.interrupt();

            assertThat(command.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(command.out()).isEmpty();
            assertThat(command.err()).contains("cancelled").hasLineCount(1);
        }
        // The engine's only worker is free long before the query's time limit.
        assertThat(ENGINE.get().ask(Query.of("SELECT 1"))).isInstanceOf(QueryOutcome.Answered.class);
    }

    @Test
    void leavesNothingOfAnEngineOfItsOwnOnCtrlC() throws IOException, InterruptedException {
        try (var command = CommandProcess.start(folder, List.of(), "query", ENDLESS)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> command.handle().descendants().findAny().isPresent());
            List<ProcessHandle> workers = command.handle().descendants().toList();
            command.interrupt();

            assertThat(command.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
            await().atMost(Duration.ofSeconds(10)).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void endsWithItsReader() throws IOException, InterruptedException {
        try (var command = query("SELECT 42 AS n", "--format", "csv", "--watch", "100ms")) {
            assertThat(command.stdout().readNBytes(10))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("n\n42\nn\n42\n");
            command.stdout().close();

            assertThat(command.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(command.err()).isEmpty();
        }
    }

    @Test
    void asksAgainUntilCtrlC() throws IOException, InterruptedException {
        try (var command = query("SELECT 42 AS n", "--format", "csv", "--watch", "100ms")) {
            assertThat(command.stdout().readNBytes(20))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("n\n42\n".repeat(4));
            command.interrupt();

            assertThat(command.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
        }
    }

    private static CommandProcess query(String... arguments) throws IOException {
        String[] line = new String[arguments.length + 1];
        line[0] = "query";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return CommandProcess.start(ENGINE.home(), List.of(), line);
    }

    private static Duration work() {
        return workers.stream()
                .flatMap(worker -> worker.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
