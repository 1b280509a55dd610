package io.duckboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** Runs duckboard transform over the sample, as people type it. */
@Tag("process")
class TransformCommandTest {

    private static final String TOP = "SELECT pickup_location_id AS location_id, count(*) AS counts FROM trips"
            + " GROUP BY 1 ORDER BY counts DESC, location_id LIMIT 200";

    @TempDir
    private static Path home;

    private static AnnouncedEngine engine;

    @TempDir
    private Path folder;

    private TransformProject project;

    @BeforeAll
    static void start() throws IOException {
        engine = AnnouncedEngine.in(home, 2);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void write() {
        project = TransformProject.in(folder);
    }

    @Test
    void buildsTheTwoNodesWhichEqualAPlainQuery() {
        project = TransformProject.shipped(folder.resolve("shipped"));

        CommandRun build = run("build");

        assertThat(build.err()).isEmpty();
        assertThat(build.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(build.out())
                .contains("ok    external  top_pickup_locations", "137 rows", "Published 2 models", "tests passed");
        String rows = query("FROM top_pickup_locations");
        assertThat(rows).isEqualTo(query(TOP)).contains("\n237,432\n");
        assertThat(query("FROM read_parquet('" + home + "/lake/dashboard/my_view.parquet')"))
                .isEqualTo(rows);
        assertThat(query("SELECT kind FROM lake.tables WHERE name = 'trips_by_pickup_location'"))
                .contains("view");
        assertThat(project.folder().resolve("target/run_results.json")).isRegularFile();
        assertThat(project.folder().resolve("target/manifest.json")).isRegularFile();
    }

    @Test
    void takesInAViewThatOthersExportUntilItIsBuiltAgainAndLeavesTheirFile() throws SQLException, IOException {
        project = TransformProject.shipped(folder.resolve("shipped"));
        assertThat(run("run").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(CommandRun.of(environment(), "lake", "refresh").out()).contains("Nothing has changed");

        export("SELECT 7 AS location_id, 99::BIGINT AS counts");
        assertThat(CommandRun.of(environment(), "lake", "refresh").out())
                .contains("others have exported it to dashboard/my_view.parquet");
        assertThat(query("FROM top_pickup_locations")).isEqualTo("location_id,counts\n7,99\n");

        CommandRun again = run("run");

        assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(again.out() + again.err()).contains("dashboard/my_view.parquet stays as it is: somebody else");
        assertThat(query("SELECT count(*) AS n FROM top_pickup_locations")).isEqualTo("n\n137\n");
        String copy = "FROM read_parquet('" + home + "/lake/dashboard/my_view.parquet')";
        assertThat(query(copy)).isEqualTo("location_id,counts\n7,99\n");

        Files.delete(home.resolve("lake/dashboard/my_view.parquet"));
        assertThat(run("run").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(query(copy)).isEqualTo(query("FROM top_pickup_locations"));
    }

    private static void export(String select) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute(
                    "COPY (" + select + ") TO '" + home + "/lake/dashboard/my_view.parquet' (FORMAT parquet)");
        }
    }

    @Test
    void buildsThirtyModelsOfAllKindsThatHangTogether() {
        project.model("m0", "SELECT 1 AS n, 'x' AS kind");
        List<String> kinds = List.of("view", "table", "ephemeral", "external");
        for (int i = 1; i < 30; i++) {
            project.model(
                    "m" + i,
                    "{{ config(materialized='%s') }}\nSELECT sum(n)::BIGINT + 1 AS n FROM (SELECT n FROM {{ ref('m%d') }} UNION ALL SELECT n FROM {{ ref('m%d') }})"
                            .formatted(kinds.get(i % 4), i - 1, i / 2));
        }

        CommandRun run = run("run", "--json");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        // Each value is the sum of the two that it reads, plus one.
        long[] expected = new long[30];
        expected[0] = 1;
        for (int i = 1; i < 30; i++) {
            expected[i] = expected[i - 1] + expected[i / 2] + 1;
        }
        assertThat(query("SELECT n FROM m29")).isEqualTo("n\n" + expected[29] + "\n");
        assertThat(query("SELECT n FROM m28")).isEqualTo("n\n" + expected[28] + "\n");
    }

    @Test
    void publishesNothingWhereATestFindsRows() {
        project.model("numbers", "{{ config(materialized='table') }} SELECT * FROM range(3) t(n)")
                .model("doubled", "SELECT n * 2 AS n FROM {{ ref('numbers') }}")
                .file("tests/no_two.sql", "SELECT n FROM {{ ref('numbers') }} WHERE n = 2");

        CommandRun build = run("build");

        assertThat(build.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(build.out())
                .contains(
                        "FAIL  test      no_two",
                        "1 row",
                        "kept for a day: _duckboard/results/",
                        "skip  view      doubled")
                .contains("Nothing was published");
        assertThat(CommandRun.of(environment(), "query", "FROM numbers").exitCode())
                .isEqualTo(ExitCode.FAILED);
    }

    @Test
    void warnsOfRowsThatAreNoError() {
        project.model("warned", "SELECT * FROM range(3) t(n)")
                .file(
                        "tests/no_two_is_wished.sql",
                        "{{ config(severity='warn') }} SELECT n FROM {{ ref('warned') }} WHERE n = 2");

        CommandRun build = run("build");

        assertThat(build.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(build.out()).contains("warn  test      no_two_is_wished", "1 test of 1 found rows");
        assertThat(run("test").out()).contains("warn  test      no_two_is_wished");
    }

    @Test
    void namesFileAndLineOfAnErrorInTheModelsSql() {
        project.model(
                "broken",
                "{{ config(materialized='table') }}\n\nSELECT pickup_at,\n       no_such_column\nFROM trips\n");
        assertThat(run("run").out()).contains("models/broken.sql:4: ").contains("no_such_column");

        project.model("broken", "SELECT 1 AS n\n\nFORM trips t u\n");
        assertThat(run("run").out()).contains("models/broken.sql:3: ");
    }

    @Test
    void namesTheLineOfATestOnAColumnThatIsNotThere() {
        project.model("few", "SELECT 1 AS n")
                .file(
                        "models/schema.yml",
                        "models:\n  - name: few\n    columns:\n      - name: m\n        data_tests:\n          - not_null\n");

        assertThat(run("build").out()).contains("models/schema.yml:").contains("FAIL  test      not_null_few_m");
    }

    @Test
    void tellsAllThatIsWrongWithAProjectBeforeItRunsAnything() {
        project.model("one", "SELECT * FROM {{ ref('tow') }}").model("two", "SELECT {{ env_var('NO_SUCH_VARIABLE') }}");

        CommandRun run = run("run");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("models/one.sql:1", "tow", "models/two.sql:1", "NO_SUCH_VARIABLE");
    }

    @Test
    void refusesToWriteOutsideTheLakesPlaces() {
        for (String place : List.of("/etc/x.parquet", "dataset/x.parquet", "../x.parquet", "s3://other/x.parquet")) {
            project.model("out", "{{ config(materialized='external', location='" + place + "') }} SELECT 1 AS n");
            assertThat(run("run").err()).as(place).contains("models/out.sql");
        }
    }

    @Test
    void takesWhatIsSelectedAlone() {
        project.model("a", "SELECT 1 AS n")
                .model("b", "SELECT n FROM {{ ref('a') }}")
                .model("c", "SELECT n FROM {{ ref('b') }}");

        assertThat(run("ls", "--select", "+b").out()).isEqualTo("model.shop.a\nmodel.shop.b\n");
        assertThat(run("run", "--select", "a").out()).contains("Published 1 model");
        assertThat(run("run", "--select", "b+").out()).contains("Published 2 models");
        assertThat(query("FROM c")).isEqualTo("n\n1\n");
        assertThat(run("run", "--select", "nobody").err()).contains("nobody").contains("transform ls");
    }

    @Test
    void compilesWithoutRunningAnything() throws IOException {
        project.model("top", "SELECT {{ var('n') }} AS n");

        CommandRun compile = run("compile", "--vars", "{\"n\": 7}");

        assertThat(compile.out()).isEqualTo("-- model top\nSELECT 7 AS n\n\n");
        assertThat(JSON.std.mapFrom(
                        run("compile", "--vars", "{\"n\": 7}", "--json").out()))
                .containsEntry("version", 1);
        assertThat(run("compile", "--vars", "seven").err()).contains("--vars");
        assertThat(Files.exists(project.folder().resolve("target/manifest.json")))
                .isTrue();
    }

    @Test
    void saysWhatItIsToldWrongly() {
        assertThat(run("run", "--every", "soon").exitCode()).isEqualTo(ExitCode.USAGE);
        CommandRun nowhere = CommandRun.of(
                environment(),
                "transform",
                "run",
                "--project",
                folder.resolve("no").toString());
        assertThat(nowhere.err()).contains("There is no folder");
        assertThat(run("run").err()).contains("no models");
    }

    private CommandRun run(String command, String... options) {
        var words = new ArrayList<>(
                List.of("transform", command, "--project", project.folder().toString()));
        words.addAll(List.of(options));
        return CommandRun.of(environment(), words.toArray(String[]::new));
    }

    private static String query(String sql) {
        CommandRun query = CommandRun.of(environment(), "query", "--format", "csv", "--limit", "500", sql);
        assertThat(query.err()).isEmpty();
        return query.out();
    }

    private static Map<String, String> environment() {
        return new HashMap<>(Map.of("DUCKBOARD_HOME", home.toString()));
    }
}
