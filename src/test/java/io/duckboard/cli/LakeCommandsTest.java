package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.cli.terminal.Terminal;
import io.duckboard.engine.testing.S3Server;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

/** What {@code duckboard lake create} and {@code populate} print, and how they end. */
@Tag("s3")
class LakeCommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path home;

    @Test
    void fillTheLakeInTheHomeWithTheSample() {
        assertThat(run(Map.of(), "lake", "create")).isEqualTo(ExitCode.DONE);
        assertThat(out()).startsWith("made     Folder " + home.resolve("lake"));
        assertThat(run(Map.of(), "lake", "populate")).isEqualTo(ExitCode.DONE);

        assertThat(out()).contains("trips                      10,000 rows", "holds the sample of 2019-04");
        assertThat(err())
                .contains("Writing the trips of 2019-04 …", "Putting 33 files in place …")
                .doesNotContain("\r");
        assertThat(home.resolve("lake/catalog.json")).exists();
    }

    @Test
    void leaveALakeThatHasTablesAsItIsIfOnlyAnEmptyOneIsToBeFilled() throws IOException {
        run(Map.of(), "lake", "populate", "synthetic", "--rows", "5000", "--if-empty");
        String filled = Files.readString(home.resolve("lake/catalog.json"));
        out.reset();

        assertThat(run(Map.of(), "lake", "populate", "--if-empty")).isEqualTo(ExitCode.DONE);

        assertThat(out()).isEmpty();
        assertThat(err()).contains("has tables already");
        assertThat(home.resolve("lake/catalog.json")).hasContent(filled);
    }

    @Test
    void fillABucketAndPrintJson() throws Exception {
        try (S3Server server = new S3Server()) {
            assertThat(run(server.environment(), "lake", "create", "--lake", "s3://mine/below", "--json"))
                    .isEqualTo(ExitCode.DONE);
            assertThat(JSON.std.mapFrom(out()))
                    .containsEntry("lake", "s3://mine/below")
                    .containsKey("steps");
            out.reset();
            assertThat(run(
                            server.environment(),
                            "lake",
                            "populate",
                            "synthetic",
                            "--rows",
                            "5000",
                            "--seed",
                            "7",
                            "--lake",
                            "s3://mine/below",
                            "--json"))
                    .isEqualTo(ExitCode.DONE);

            assertThat(JSON.std.mapFrom(out()))
                    .containsEntry("rows", 5000)
                    .containsEntry("dropped", 0)
                    .containsEntry("month", "2019-04");
            assertThat(server.has("mine/below/catalog.json")).isTrue();
            assertThat(server.has("mine/below/dashboard/my_view.parquet")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "synthetic --rows 0 | --rows must be at least 1, and not 0.",
                "synthetic --rows many | 'many' is not a long",
                "synthetic --seed red | 'red' is not a long",
                "sample --rows 3 | --rows and --seed are of the synthetic month",
                "sample --month 2019-04 | --month is for files",
                "a.parquet --month April | --month is no month: 'April'",
            })
    void tellWhatIsWrongWithTheCommandLine(String arguments, String sentence) {
        var line = new ArrayList<>(List.of("lake", "populate"));
        line.addAll(List.of(arguments.split(" ")));

        assertThat(run(Map.of(), line.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains(sentence);
        assertThat(home.resolve("lake")).doesNotExist();
    }

    @Test
    void tellInOneLineWhatFailed() throws Exception {
        Path text = Files.writeString(home.resolve("notes.txt"), "no trips\nat all\n");
        for (List<String> line : List.of(
                List.of("lake", "populate", text.toString()),
                List.of("lake", "populate", home.resolve("none.parquet").toString()),
                List.of("lake", "populate", "--lake", "s3://nowhere"),
                List.of("lake", "create", "--lake", text.toString()),
                List.of("lake", "populate", "http://127.0.0.1:1/yellow_tripdata_2019-04.parquet"))) {
            err.reset();
            try (S3Server server = new S3Server()) {
                assertThat(run(server.environment(), line.toArray(String[]::new)))
                        .isEqualTo(ExitCode.FAILED);
            }
            assertThat(err().lines().filter(said -> !said.endsWith("…"))).hasSize(1);
        }
    }

    private int run(Map<String, String> variables, String... arguments) {
        var environment = new HashMap<>(variables);
        environment.put("DUCKBOARD_HOME", home.toString());
        var terminal = new Terminal(print(out), print(err), 80, false);
        return Commands.line(environment, terminal, arguments).execute(arguments);
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
