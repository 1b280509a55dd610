package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.engine.testing.TestLake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A read-only lake has its catalog, its added tables and all answers in a separate workspace. */
class WorkspaceTest {

    private static final UUID ID = UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071a");

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private TestLake lake;
    private TestLake workspace;

    @BeforeEach
    void fill() throws IOException {
        lake = new TestLake(folder.resolve("lake")).table("numbers", "SELECT range AS n FROM range(10)");
        workspace = new TestLake(folder.resolve("workspace"));
        secret(lake, "theirs.csv");
    }

    @Test
    void readsTheLakesCatalogWhileThereIsNoOther() {
        assertThat(engine().rows("SELECT count(*) FROM numbers")).containsExactly(List.of(10));
    }

    @Test
    void discoversTheLakesTablesWhileThereIsNoCatalog() throws IOException {
        Files.delete(lake.root().resolve("catalog.json"));

        assertThat(engine().rows("SHOW TABLES")).containsExactly(List.of("numbers"));
    }

    @Test
    void readsTablesOfBothPlacesByTheWorkspacesCatalog() {
        workspace.table("added", "SELECT 3 AS n").asWorkspaceOf(lake);

        assertThat(engine().rows("SELECT count(*), max(added.n) FROM numbers JOIN added USING (n)"))
                .containsExactly(List.of(1, 3));
    }

    @Test
    void followsTheWorkspacesCatalogFromItsFirstDay() {
        var engine = engine();
        assertThat(engine.problem("FROM added").code()).isEqualTo(ErrorCode.UNKNOWN_NAME);

        workspace.table("added", "SELECT 3 AS n").asWorkspaceOf(lake);

        assertThat(engine.rows("FROM added")).containsExactly(List.of(3));
    }

    @Test
    void readsFilesOfBothPlacesByTheirPaths() {
        workspace.table("added", "SELECT 3 AS n").asWorkspaceOf(lake);

        assertThat(engine().rows("SELECT (SELECT count(*) FROM read_parquet('" + lake.root()
                        + "/dataset/*.parquet')), n FROM '" + workspace.root() + "/dataset/added.parquet'"))
                .containsExactly(List.of(10, 3));
    }

    @Test
    void writesWholeAnswersToTheWorkspace() throws IOException {
        var before = files(lake);

        ResultFile file = engine().exported(Query.of("FROM numbers").queryId(ID).into(new Export.Parquet()))
                .file();

        assertThat(workspace.root().resolve(file.path())).hasSize(file.bytes());
        assertThat(files(lake)).isEqualTo(before);
    }

    @Test
    void leavesCancelMarkersInTheWorkspace() throws IOException {
        var before = files(lake);
        var control = new ControlHandler(Map.of(
                "DUCKBOARD_LAKE", lake.root().toString(),
                "DUCKBOARD_WORKSPACE", workspace.root().toString()));

        control.handleRequest(
                new ByteArrayInputStream(("{\"cancel\": \"" + ID + "\"}").getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                new Log().context());

        assertThat(workspace.root().resolve("_duckboard/control/" + ID)).exists();
        assertThat(files(lake)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM read_csv('{place}/results/theirs.csv')",
                "FROM '{place}/results/theirs.csv'",
                "FROM read_csv('{place}/RESULTS/theirs.csv')",
                "FROM read_csv('{place}/*/theirs.csv')",
                "FROM read_csv('{place}/r[e]sults/theirs.csv')",
                "FROM read_csv('{place}/dataset/../results/theirs.csv')",
                "FROM read_csv('{place}//results/theirs.csv')",
                "FROM read_text('{place}/control/theirs.csv')",
                "FROM read_csv('{place}/_duckboard/results/theirs.csv')",
                "FROM read_csv('{place}/_DUCKBOARD/results/theirs.csv')",
                "FROM glob('{place}/_duckboard/**')",
                "FROM read_csv('{place}/staging/theirs.csv')",
                "FROM read_text('{place}/catalog.json')",
                "FROM glob('{place}/results/*')",
                "FROM read_csv('{place}-more/theirs.csv')",
                "FROM histogram('{place}/results/theirs.csv', 'secret')",
                "FROM read_csv(['{place}/dataset/x.csv', '{place}/results/theirs.csv'])",
            })
    void keepsWhatIsPrivateInEither(String sql) throws IOException {
        secret(workspace, "theirs.csv");
        Files.writeString(
                Files.createDirectories(folder.resolve("workspace-more")).resolve("theirs.csv"), "secret\n1");
        Files.writeString(Files.createDirectories(folder.resolve("lake-more")).resolve("theirs.csv"), "secret\n1");
        var engine = engine();

        for (TestLake place : List.of(lake, workspace)) {
            Problem problem = engine.problem(sql.replace("{place}", place.root().toString()));

            assertThat(problem.code()).as(problem.toString()).isIn(ErrorCode.NOT_ALLOWED, ErrorCode.SYNTAX);
            assertThat(problem.toString()).doesNotContain(folder.toString());
        }
    }

    @Test
    void readsOfTheWorkspaceWhatDuckboardPutThereAlone() throws IOException {
        Files.writeString(
                Files.createDirectories(workspace.root().resolve("elsewhere")).resolve("a.csv"), "secret\n1");

        assertThat(engine().problem("FROM read_csv('" + workspace.root() + "/elsewhere/a.csv')")
                        .code())
                .isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @Test
    void namesNoPlaceInItsErrors() throws IOException {
        workspace
                .table("added", "SELECT 3 AS n")
                .table("gone", List.of("dataset/gone.parquet"), List.of(), List.of())
                .asWorkspaceOf(lake);
        Files.writeString(workspace.root().resolve("dataset/added.parquet"), "no Parquet");
        Files.writeString(lake.root().resolve("dataset/numbers.parquet"), "no Parquet");
        var engine = engine();

        for (String table : List.of("added", "gone", "numbers")) {
            assertThat(engine.problem("FROM " + table).toString())
                    .contains("dataset/" + table + ".parquet")
                    .doesNotContain(folder.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{lake}/workspace", "{lake}/..", "s3://bucket"})
    void refusesAWorkspaceThatIsNotApart(String place) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EngineSettings.from(Map.of(
                        "DUCKBOARD_LAKE",
                        lake.root().toString(),
                        "DUCKBOARD_WORKSPACE",
                        place.replace("{lake}", lake.root().toString()))))
                .withMessageContaining("DUCKBOARD_WORKSPACE");
    }

    @Test
    void isTheLakeItselfWhereNoneIsNamed() {
        var settings = EngineSettings.from(Map.of("DUCKBOARD_LAKE", lake.root().toString(), "DUCKBOARD_WORKSPACE", ""));

        assertThat(settings.workspace()).isEqualTo(settings.lake());
    }

    private InProcess engine() {
        var settings = EngineSettings.from(Map.of(
                "DUCKBOARD_LAKE", lake.root().toString(),
                "DUCKBOARD_WORKSPACE", workspace.root().toString()));
        return new InProcess(new EngineSettings(
                settings.lake(),
                settings.workspace(),
                1024,
                settings.spillMegabytes(),
                temporary,
                settings.bounds(),
                settings.store(),
                settings.links(),
                settings.rise(),
                settings.room(),
                Optional.empty()));
    }

    private static void secret(TestLake place, String name) throws IOException {
        for (String hidden : List.of(
                "results",
                "control",
                "staging",
                "_duckboard/results",
                "_duckboard/control",
                "_duckboard/staging",
                "_duckboard/journal")) {
            Files.writeString(
                    Files.createDirectories(place.root().resolve(hidden)).resolve(name), "secret\n1\n");
        }
    }

    private static List<Path> files(TestLake place) throws IOException {
        try (var files = Files.walk(place.root())) {
            return files.sorted().toList();
        }
    }
}
