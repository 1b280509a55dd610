package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs duckboard benchmark over the sample, as people type it. */
@Tag("process")
class BenchmarkCommandTest {

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void comparesThreeWaysAndKeepsTheFigures() throws IOException {
        assertThat(run("--expect", "10000"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(ExitCode.DONE);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("map-reduce", "one call", "local DuckDB", "10000 trips, as expected. 2 rounds after 1");
        assertThat(Files.readString(home.resolve("figures/benchmark.json")))
                .contains("\"map-reduce\"", "\"p95Ms\"", "\"trips\" : 10000");
        assertThat(Files.readString(home.resolve("figures/benchmark.svg"))).startsWith("<svg ");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void failsWhenTheLakeHoldsAnotherCount() {
        assertThat(run("--expect", "9999")).isEqualTo(ExitCode.FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("The lake has 9999 trips, and by map-reduce there are 10000."
                        + " Load the lake again: duckboard lake populate.\n");
        assertThat(home.resolve("figures")).doesNotExist();
    }

    @Test
    void refusesWhatIsNoNumberOfRounds() {
        assertThat(run("--rounds", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--parallel", "0")).isEqualTo(ExitCode.USAGE);
    }

    private int run(String option, String value) {
        var terminal = new Terminal(print(out), print(err), 80, false);
        String figures = home.resolve("figures").toString();
        String[] words = {"benchmark", "--warmup", "1", "--out", figures, option, value};
        String[] few = {"benchmark", "--rounds", "2", "--warmup", "1", "--out", figures, option, value};
        String[] arguments = option.equals("--rounds") ? words : few;
        return Commands.line(Map.of("DUCKBOARD_HOME", home.toString()), terminal, arguments)
                .execute(arguments);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
