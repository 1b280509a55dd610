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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** Runs duckboard mapreduce over the sample, as people type it. */
@Tag("process")
class MapReduceCommandTest {

    @TempDir
    private static Path home;

    private static AnnouncedEngine engine;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws IOException {
        engine = AnnouncedEngine.in(home, 2);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void asksTheArticlesExampleByItself() {
        assertThat(run("--limit", "3")).isEqualTo(ExitCode.DONE);

        assertThat(out())
                .startsWith("""
                 location_id │ counts
                ─────────────┼────────
                """)
                .contains("calls", "3: 2 for 10 parts and the reduce", "retries", "at --limit 3", "price");
        assertThat(err()).isEmpty();
    }

    @Test
    void readsItsSqlFromFiles() throws IOException {
        Path map = Files.writeString(home.resolve("map.sql"), "SELECT count(*) AS n FROM {part}");
        Path reduce = Files.writeString(home.resolve("reduce.sql"), "SELECT sum(n)::BIGINT AS trips FROM parts");

        assertThat(run(
                        "--map-file",
                        map.toString(),
                        "--reduce-file",
                        reduce.toString(),
                        "--over",
                        "partitioned/date=*",
                        "--json"))
                .isEqualTo(ExitCode.DONE);

        assertThat(out()).startsWith("{\"records\": [\n{\"trips\":10000}\n],\n\"metadata\": {\"roundTripMs\":");
        assertThat(JSON.std.mapFrom(out()).get("metadata"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("partitions", 30)
                .containsEntry("calls", 3)
                .containsEntry("retries", 0)
                .containsEntry("truncated", false)
                .containsKeys("timeMs", "bytesRead", "billedMs", "estimatedUsd", "rowCount");
    }

    @Test
    void namesThePartThatFails() {
        assertThat(run("--over", "partitioned/date=2019-04-{30..31}")).isEqualTo(ExitCode.FAILED);

        assertThat(out()).isEmpty();
        assertThat(err())
                .startsWith("Part partitioned/date=2019-04-31 failed: ")
                .hasLineCount(1);
    }

    @Test
    void saysThatAPatternStandsForNothing() {
        assertThat(run("--over", "nowhere/*")).isEqualTo(ExitCode.FAILED);

        assertThat(err()).startsWith("There are no partitions nowhere/*").hasLineCount(1);
    }

    @Test
    void saysInALineWhatIsWrong() {
        assertThat(run("--over", "partitioned/date={01..")).isEqualTo(ExitCode.FAILED);
        assertThat(run("--map", "FROM {part}")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--map", "FROM trips", "--reduce", "FROM parts")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--map", "FROM {part}", "--reduce-file", "nowhere.sql")).isEqualTo(ExitCode.FAILED);
        assertThat(run("--parallel", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--function", "elsewhere")).isEqualTo(ExitCode.USAGE);

        assertThat(out()).isEmpty();
        assertThat(err().lines())
                .hasSize(6)
                .satisfiesExactly(
                        line -> assertThat(line).contains("a { is not closed"),
                        line -> assertThat(line).contains("--map and --reduce belong together"),
                        line -> assertThat(line).contains("{part}"),
                        line -> assertThat(line).contains("There is no file nowhere.sql"),
                        line -> assertThat(line).contains("--parallel"),
                        line -> assertThat(line).contains("--lake s3://"));
    }

    private int run(String... arguments) {
        var words = new String[arguments.length + 1];
        words[0] = "mapreduce";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        var terminal = new Terminal(print(out), print(err), 80, false);
        return Commands.line(Map.of("DUCKBOARD_HOME", home.toString()), terminal, words)
                .execute(words);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
