package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.engine.local.EngineFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code duckboard engine} serves until Ctrl-C. It tells its address but never its secret. */
@Tag("process")
class EngineCommandTest {

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

    private CommandRun run(String... arguments) {
        return CommandRun.of(Map.of("DUCKBOARD_HOME", home.toString()), arguments);
    }
}
