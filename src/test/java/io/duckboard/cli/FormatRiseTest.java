package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.testing.BuiltHttpfs;
import io.duckboard.engine.testing.EngineBefore;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command locks an older deployed engine out of a lake on S3 unless the user allows it. */
@Tag("process")
@Tag("s3")
class FormatRiseTest extends LakeTerminal {

    private static final String FUNCTION = "duckboard-query";

    private final S3Server s3 = new S3Server();

    @BeforeEach
    void publishAsBefore(@TempDir Path folder) throws IOException {
        s3.upload(folder, "bucket");
        strangersFile("there.parquet", parquet("there.parquet", "SELECT 1 AS n"));
        run("refresh");
        publishInFormatOne("my/lake");
        file("a.csv", "id\n1\n");
        forget();
    }

    private void publishInFormatOne(String lake) {
        String path = "bucket/" + lake + "/catalog.json";
        Catalog now = CatalogJson.read(s3.get(path));
        s3.put(path, CatalogJson.write(new Catalog(now.tables(), now.views(), now.retired(), List.of(), 1)));
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    @Override
    String lake() {
        return "s3://bucket/my/lake";
    }

    @Override
    Map<String, String> environment() {
        return s3.environment();
    }

    @Override
    void strangersFile(String path, byte[] bytes) {
        s3.put("bucket/my/lake/" + path, bytes);
    }

    @Override
    void strangerRemoves(String path) {
        s3.remove("bucket/my/lake/" + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add rides {files}/a.csv", "rm there --yes", "refresh", "populate"})
    void stopsBeforeAnythingIsDoneWhereNoEngineIsNamed(String command) throws IOException {
        strangersFile("there.parquet", parquet("there.parquet", "SELECT 2 AS n"));
        LakeState before = state();

        assertThat(run(command.replace("{files}", files.toString()).split(" ", -1)))
                .isEqualTo(ExitCode.FAILED);

        assertThat(err())
                .hasLineCount(1)
                .contains("would write the lake's format " + Catalog.FORMAT, "an older engine that is deployed")
                .contains("--function", "make deploy", "--raise-format");
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add rides {files}/a.csv", "rm there --yes", "refresh", "populate"})
    void raisesTheFormatIfItIsTold(String command) throws IOException {
        strangersFile("there.parquet", parquet("there.parquet", "SELECT 2 AS n"));

        assertThat(run((command.replace("{files}", files.toString()) + " --raise-format").split(" ", -1)))
                .isEqualTo(ExitCode.DONE);

        assertThat(catalog().orElseThrow().format()).isEqualTo(Catalog.FORMAT);
    }

    @Test
    void goesOnAsBeforeOnceItIsRaised() {
        assertThat(run(Map.of("DUCKBOARD_RAISE_FORMAT", "true"), "add", "rides", in("a.csv")))
                .isEqualTo(ExitCode.DONE);

        assertThat(run("rm", "rides", "--yes")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void refreshesWhereNothingIsToBePublished() {
        LakeState before = state();

        assertThat(run("refresh")).isEqualTo(ExitCode.DONE);

        assertThat(out()).isEqualTo("Nothing has changed.\n");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void countsTheCatalogOfThePlaceThatIsWritten() {
        var apart = Map.of("DUCKBOARD_WORKSPACE", "s3://bucket/own");
        assertThat(run(apart, "add", "rides", in("a.csv"))).isEqualTo(ExitCode.DONE);
        assertThat(catalog().orElseThrow().format()).isEqualTo(1);
        assertThat(CatalogJson.read(s3.get("bucket/own/catalog.json")).format()).isEqualTo(Catalog.FORMAT);

        publishInFormatOne("own");
        assertThat(run(apart, "add", "more", in("a.csv"))).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("--raise-format");
    }

    @Test
    void doesNotCountInAFolder(@TempDir Path folder) throws IOException {
        new TestLake(folder).table("numbers", "SELECT 1 AS n").inFormat(1);

        assertThat(run(Map.of("DUCKBOARD_LAKE", folder.toString()), "add", "rides", in("a.csv")))
                .isEqualTo(ExitCode.DONE);

        assertThat(CatalogJson.read(Files.readAllBytes(folder.resolve("catalog.json")))
                        .format())
                .isEqualTo(Catalog.FORMAT);
    }

    @Test
    void stopsIfTheEngineThatIsNamedIsOfBefore() throws Exception {
        LakeState before = state();
        try (var lambda = InvokeServer.of(FUNCTION, pongOfBefore());
                CommandProcess add = process(lambda, "lake", "add", "rides", in("a.csv"), "--function", FUNCTION)) {
            assertThat(add.err())
                    .hasLineCount(1)
                    .startsWith("The engine duckboard-query knows the lake's format 1 alone, and this command would"
                            + " write format " + Catalog.FORMAT + ", which it refuses.")
                    .contains("make deploy", "--raise-format");
            assertThat(add.exitCode()).isEqualTo(ExitCode.FAILED);
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void goesOnIfTheEngineThatIsNamedKnowsTheFormat() throws Exception {
        try (var lambda = InvokeServer.of(FUNCTION, AnswerJson.pong());
                CommandProcess add = process(lambda, "lake", "add", "rides", in("a.csv"), "--function", FUNCTION)) {
            assertThat(add.out()).startsWith("Table rides: 1 row");
            assertThat(add.exitCode()).isEqualTo(ExitCode.DONE);
        }
        assertThat(catalog().orElseThrow().format()).isEqualTo(Catalog.FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "noise"})
    void stopsIfTheEngineThatIsNamedCannotBeAsked(String function) throws Exception {
        LakeState before = state();
        try (var lambda = InvokeServer.of("noise", "[]".getBytes(StandardCharsets.UTF_8));
                CommandProcess add = process(lambda, "lake", "add", "rides", in("a.csv"), "--function", function)) {
            assertThat(add.err())
                    .hasLineCount(1)
                    .contains("the engine " + function + " cannot be asked", "--raise-format")
                    .doesNotContain("Exception");
            assertThat(add.exitCode()).isEqualTo(ExitCode.FAILED);
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void isTheEnginesOwnMatterInARunOfTheTransform(@TempDir Path folder) throws Exception {
        TransformProject.in(folder).model("m", "{{ config(materialized='table') }} SELECT 1 AS n");
        LakeState before = state();
        try (CommandProcess run = process(null, "transform", "run", "--project", folder.toString())) {
            assertThat(run.out()).contains("has format 1", "make deploy", "--raise-format", "Nothing was published");
            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        }
        assertThat(state()).isEqualTo(before);

        try (CommandProcess run = process(null, "transform", "run", "--raise-format", "--project", folder.toString())) {
            assertThat(run.out()).contains("Published 1 model");
        }
        assertThat(catalog().orElseThrow().format()).isEqualTo(Catalog.FORMAT);
        assertThat(table("m").rows()).isEqualTo(1);
    }

    private CommandProcess process(@Nullable InvokeServer lambda, String... arguments) throws IOException {
        var variables = new HashMap<>(environment());
        variables.put("DUCKBOARD_LAKE", lake());
        variables.put("DUCKBOARD_HTTPFS", BuiltHttpfs.file().toString());
        if (lambda != null) {
            variables.put("AWS_ENDPOINT_URL_LAMBDA", lambda.endpoint().toString());
        }
        return CommandProcess.start(home, List.of(), variables, arguments);
    }

    private static byte[] pongOfBefore() throws IOException {
        var pong = new ByteArrayOutputStream();
        EngineBefore.control(Map.of("DUCKBOARD_LAKE", "/nowhere"))
                .handleRequest(
                        new ByteArrayInputStream("{\"ping\": true}".getBytes(StandardCharsets.UTF_8)), pong, null);
        return pong.toByteArray();
    }

    private LakeState state() {
        return new LakeState(new String(s3.get("bucket/my/lake/catalog.json"), StandardCharsets.UTF_8), listed());
    }

    private record LakeState(String catalog, List<Catalog.File> files) {}
}
