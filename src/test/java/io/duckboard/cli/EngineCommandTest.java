package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.engine.local.EngineFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code duckboard engine} serves until Ctrl-C. It tells its address but never its secret. */
@Tag("process")
class EngineCommandTest {

    private static final Pattern AT = Pattern.compile("The engine listens at (\\S+), over .*");

    /** One thread of DuckDB takes about a second, and a busy machine must not make thirty of it. */
    private static final String A_SECOND_LONG = "SELECT sum(hash(range) % 10) AS n FROM range(150000000)";

    @TempDir
    private Path home;

    @Test
    void servesTheOtherCommandsUntilCtrlC() throws IOException, InterruptedException {
        try (var command = CommandProcess.start(home, List.of(), "engine")) {
            String told = command.line();
            EngineFile engine = EngineFile.read(home).orElseThrow();
            assertThat(engine.pid()).isEqualTo(command.handle().pid());

            CommandRun run = run("query", "SELECT count(*) AS n FROM trips", "--format", "csv");
            assertThat(run.out()).isEqualTo("n\n10000\n");

            CommandRun second = run("engine");
            assertThat(second.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(second.err())
                    .contains("runs already", Long.toString(engine.pid()), "--home")
                    .hasLineCount(1);

            command.interrupt();
            assertThat(command.err()).isEmpty();
            assertThat(told + command.out())
                    .contains(engine.endpoint().toString(), home.resolve("lake").toString(), "duckboard query")
                    .doesNotContain(engine.secretKey());
            assertThat(command.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
        }
        assertThat(EngineFile.read(home)).isEmpty();
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run = run("engine", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err())
                    .contains("Cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .hasLineCount(1);
        }
    }

    @Test
    void saysThatThereIsNoSuchHostOrPort() {
        assertThat(run("engine", "--host", "no.such.host.invalid").err())
                .contains("no such host")
                .hasLineCount(1);
        assertThat(run("engine", "--port", "70000").err()).contains("70000").hasLineCount(1);
        assertThat(run("engine", "--function", "duckboard-query").exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void listensBeyondThisMachineOnlyWithKeysThatAreNamed() throws IOException {
        CommandRun run = run("engine", "--host", "0.0.0.0");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("Others could reach an engine on 0.0.0.0", "DUCKBOARD_ENGINE_KEYS")
                .hasLineCount(1);
        assertThat(EngineFile.read(home)).isEmpty();
    }

    /** As in a container of its own: with another home, and keys that both are given. */
    @Test
    void servesWhoeverHasItsKeysAndTellsTheOthersThatTheyHaveNot(@TempDir Path elsewhere) throws Exception {
        Path keys = keys(elsewhere.resolve("keys"), "AKIAENGINE", "0123456789abcdef0123456789abcdef01234567");
        Path others = keys(elsewhere.resolve("others"), "AKIAENGINE", "f".repeat(40));
        try (var command = CommandProcess.start(
                home, List.of(), Map.of("DUCKBOARD_ENGINE_KEYS", keys.toString()), "engine", "--host", "0.0.0.0")) {
            String endpoint = AT.matcher(command.line()).replaceFirst("$1");

            CommandRun rows = ask(elsewhere, endpoint, keys, "--format", "csv");
            assertThat(rows.out()).isEqualTo("n\n10000\n");
            CommandRun whole = ask(
                    elsewhere,
                    endpoint,
                    keys,
                    "--out",
                    elsewhere.resolve("all.csv").toString());
            assertThat(whole.exitCode()).as(whole.err()).isEqualTo(ExitCode.DONE);
            assertThat(elsewhere.resolve("all.csv")).hasContent("n\n10000\n");

            CommandRun refused = ask(elsewhere, endpoint, others);
            assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(refused.err())
                    .contains("The signature of the call to the engine is not accepted (duckboard-query at ");
        }
    }

    @Test
    void letsTheCallUnderWayEndWhenItIsStopped() throws Exception {
        try (var command = CommandProcess.start(home, List.of(), "engine")) {
            command.line();
            run("query", "SELECT 1");
            Duration before = cpu(command);
            var asked = CompletableFuture.supplyAsync(() -> run("query", A_SECOND_LONG, "--format", "csv"));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> cpu(command).minus(before).toMillis() > 200);
            command.interruptAll();

            assertThat(command.errLine())
                    .isEqualTo("The engine stops when the call under way has ended, in 30 seconds at most.");
            assertThat(asked.join().out()).startsWith("n\n");
            assertThat(command.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
        }
    }

    /** Returns what the engine's workers have used. */
    private static Duration cpu(CommandProcess command) {
        return command.handle()
                .descendants()
                .flatMap(worker -> worker.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static CommandRun ask(Path home, String endpoint, Path keys, String... options)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("query", "SELECT count(*) AS n FROM trips"));
        line.addAll(List.of(options));
        Map<String, String> variables = Map.of(
                "DUCKBOARD_FUNCTION",
                "duckboard-query",
                "AWS_ENDPOINT_URL_LAMBDA",
                endpoint,
                "AWS_REGION",
                "us-east-1",
                "AWS_SHARED_CREDENTIALS_FILE",
                keys.toString());
        try (var command = CommandProcess.start(home, List.of(), variables, line.toArray(String[]::new))) {
            String out = command.out();
            String err = command.err();
            return new CommandRun(command.exitCode(), out, err);
        }
    }

    private static Path keys(Path file, String accessKey, String secretKey) throws IOException {
        return Files.writeString(
                file, "[default]\naws_access_key_id = " + accessKey + "\naws_secret_access_key = " + secretKey + "\n");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(Map.of("DUCKBOARD_HOME", home.toString()), arguments);
    }
}
