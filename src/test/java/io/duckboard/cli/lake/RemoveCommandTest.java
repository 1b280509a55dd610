package io.duckboard.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duckboard.cli.terminal.GlobalOptions;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.engine.testing.TestLake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A table is removed only if a person agrees. */
class RemoveCommandTest {

    @TempDir
    private Path folder;

    private final List<String> questions = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void fill() {
        new TestLake(folder).table("numbers", "SELECT 1 AS n");
    }

    @Test
    void asksAndDoesAsIsSaid() throws IOException {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> command(false, "numbers").run())
                .withMessage("Nothing was done.");
        assertThat(Files.readString(folder.resolve("catalog.json"))).contains("numbers");

        command(true, "numbers").run();
        assertThat(Files.readString(folder.resolve("catalog.json"))).doesNotContain("\"numbers\"");
        assertThat(questions)
                .hasSize(2)
                .allMatch(question -> question.startsWith("Take table numbers (0 rows) out of"));
    }

    @Test
    void asksNothingIfToldSo() {
        command(false, "numbers", "--yes").run();

        assertThat(questions).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Table numbers is taken out.");
    }

    private RemoveCommand command(boolean answer, String... arguments) {
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var options = new GlobalOptions(
                Map.of("DUCKBOARD_LAKE", folder.toString()),
                new Terminal(stream, stream, 80, false),
                Clock.systemUTC());
        var command = new RemoveCommand(options, question -> {
            questions.add(question);
            return answer;
        });
        new CommandLine(command).parseArgs(arguments);
        return command;
    }
}
