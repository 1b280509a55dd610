package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line explains itself and rejects what it does not know. */
class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpNamesTheCommands() {
        assertThat(run("--help")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("dashboard", "generate-completion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "benchmark",
                "dashboard",
                "dashboards",
                "deploy",
                "destroy",
                "engine",
                "generate-completion",
                "lake",
                "mapreduce",
                "query",
                "status",
                "transform",
                "user"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: duckboard " + command);
    }

    @Test
    void completionKnowsAllCommands() {
        assertThat(run("generate-completion")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("duckboard_query", "duckboard_lake_ls");
    }

    @Test
    void everyCommandTellsItsVersion() {
        assertThat(run("--version")).isEqualTo(ExitCode.DONE);
        assertThat(run("lake", "ls", "--version")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).matches("duckboard [0-9]+\\.[0-9]+.*"));
    }

    @Test
    void noCommandAtAllGetsTheUsage() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Name a command.", "Usage: duckboard");
    }

    @Test
    void anUnknownCommandIsToldWhatThereIs() {
        assertThat(run("dashbord")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("dashboard");
    }

    @Test
    void aFailureNeverCommandsTheTerminal(@TempDir Path home) {
        String lake = home.resolve("no\u001b[2Jlake").toString();

        assertThat(run("lake", "ls", "--home", home.toString(), "--lake", lake)).isEqualTo(ExitCode.FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no␛[2Jlake").doesNotContain("\u001b");
    }

    private int run(String... arguments) {
        var terminal = new Terminal(print(out), print(err), 80, false);
        return Commands.line(Map.of(), terminal, arguments).execute(arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
