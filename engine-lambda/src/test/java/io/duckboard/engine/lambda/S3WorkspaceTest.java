package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.lake.ChainCredentials;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.S3Credentials;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.testing.DuckDb;
import io.duckboard.engine.testing.S3Server;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/** A read-only lake on S3 has its workspace elsewhere on S3, or in a folder of this machine. */
@Tag("s3")
class S3WorkspaceTest {

    private static final UUID ID = UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071a");

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private TestLake lake;
    private TestLake workspace;
    private S3Server s3;

    @BeforeEach
    void open() throws IOException {
        s3 = new S3Server();
        lake = new TestLake(folder.resolve("lake"))
                .table("numbers", "SELECT range AS n FROM range(10)")
                .partitioned(
                        "days", "SELECT DATE '2019-04-01' + range::INTEGER AS day, range AS n FROM range(3)", "day");
        workspace = new TestLake(folder.resolve("workspace"))
                .table("added", "SELECT 3 AS n")
                .asWorkspaceOf(lake);
        Files.writeString(
                Files.createDirectories(workspace.root().resolve("_duckboard/results"))
                        .resolve("theirs.csv"),
                "secret\n1\n");
        s3.upload(lake.root(), "lake").upload(workspace.root(), "home/of/mine");
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://home/of/mine", "{folder}/workspace"})
    void readsTablesOfBothPlaces(String place) {
        assertThat(engine(place).rows("SELECT count(*), max(days.n) FROM numbers, added, days WHERE days.n < 2"))
                .containsExactly(List.of(20, 1));
    }

    @Test
    void writesWholeAnswersAndMarkersToAFolder() throws LakeException {
        var settings = settings("{folder}/workspace");
        settings.cancelMarkers(Clock.systemUTC()).cancel(ID);
        var file = new InProcess(settings)
                .exported(Query.of("FROM numbers").queryId(UUID.randomUUID()).into(new Export.Parquet()))
                .file();

        assertThat(DuckDb.rows("FROM '" + workspace.root().resolve(file.path()) + "'"))
                .hasSize(10);
        assertThat(workspace.root().resolve("_duckboard/control/" + ID)).exists();
        assertThat(s3.network().requests()).noneMatch(request -> request.startsWith("PUT"));
    }

    @Test
    void writesWholeAnswersAndMarkersToTheOtherBucket() throws LakeException {
        var settings = settings("s3://home/of/mine");
        settings.cancelMarkers(Clock.systemUTC()).cancel(ID);
        var file = new InProcess(settings)
                .exported(Query.of("FROM numbers").queryId(UUID.randomUUID()).into(new Export.JsonLines()))
                .file();

        assertThat(s3.has("home/of/mine/" + file.path())).isTrue();
        assertThat(s3.has("home/of/mine/_duckboard/control/" + ID)).isTrue();
        assertThat(s3.has("lake/" + file.path())).isFalse();
        assertThat(s3.has("lake/_duckboard/control/" + ID)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://home/of/mine", "{folder}/workspace"})
    void keepsWhatIsPrivateInTheWorkspace(String named) {
        String place = place(named);
        var engine = engine(named);

        for (String path : List.of(
                "/results/theirs.csv",
                "/_duckboard/results/theirs.csv",
                "/_duckboard/results/*",
                "/*/theirs.csv",
                "/dataset/../_duckboard/results/theirs.csv",
                "/../x.csv")) {
            var problem = engine.problem("FROM read_csv('" + place + path + "')");
            assertThat(problem.code()).as(path).isEqualTo(ErrorCode.NOT_ALLOWED);
            assertThat(problem.toString()).doesNotContain(place);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://home/of/mine", "{folder}/workspace"})
    void saysWhichOfItsFilesAreGoneAndNotWhereTheyLay(String named) throws IOException {
        Files.delete(workspace.root().resolve("dataset/added.parquet"));
        s3.remove("home/of/mine/dataset/added.parquet");
        s3.remove("lake/dataset/numbers.parquet");
        var engine = engine(named);

        for (String table : List.of("added", "numbers")) {
            var problem = engine.problem("FROM " + table);
            assertThat(problem.code()).isEqualTo(ErrorCode.FILE_MISSING);
            assertThat(problem.message())
                    .contains("dataset/" + table + ".parquet")
                    .doesNotContain(place(named))
                    .doesNotContain("s3://");
        }
    }

    @Test
    void readsABucketThatAnyoneMayReadWithoutKeys() {
        try (var open = S3Server.publicReadOnly()) {
            open.upload(lake.root(), "lake");
            var settings =
                    S3Engine.settings(open, "s3://lake", folder.resolve("own").toString(), temporary, noKeys());

            assertThat(new InProcess(settings).rows("SELECT count(*) FROM numbers"))
                    .containsExactly(List.of(10));
        }
    }

    private InProcess engine(String place) {
        return new InProcess(settings(place));
    }

    private EngineSettings settings(String place) {
        return S3Engine.settings(s3, "s3://lake", place(place), temporary, S3Credentials.from(s3.environment()));
    }

    private String place(String named) {
        return named.replace("{folder}", folder.toString());
    }

    private static S3Credentials noKeys() {
        var none = ProfileFile.aggregator().build();
        return new ChainCredentials(
                () -> ProfileCredentialsProvider.builder().profileFile(none).build());
    }
}
