package io.duckboard.transform.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.run.RunReport;
import io.duckboard.transform.testing.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is known from its file as it went, whoever wrote it, and a file that tells of none is as good as none. */
class LastRunTest {

    @TempDir
    Path folder;

    private CompiledProject project;
    private Path target;

    @BeforeEach
    void begin() {
        target = folder.resolve("target");
        project = ProjectFiles.in(folder)
                .with("models/schema.yml", """
                        models:
                          - name: sales
                            columns:
                              - name: id
                                tests:
                                  - unique
                                  - not_null: {config: {severity: warn}}
                        """)
                .model("sales", "{{ config(materialized='table') }}\nselect 1 as id")
                .model("seen", "select id from {{ ref('sales') }}")
                .model("wrong", "select\n  nothing\nfrom {{ ref('seen') }}")
                .model("top", "select * from {{ ref('wrong') }}")
                .with("tests/some_sales.sql", "select * from {{ ref('sales') }} where false")
                .compiled();
    }

    @Test
    void tellsTheRunAsAWhole() throws IOException {
        LastRun run = afterwards(new RunOf(project).ended(new RunReport.End.KeptBack()));

        assertThat(run.command()).isEqualTo("build");
        assertThat(run.begunAt()).isEqualTo(RunOf.BEGUN);
        assertThat(run.elapsed()).isEqualTo(RunOf.ELAPSED);
        assertThat(run.generatedAt()).isEqualTo(RunOf.BEGUN.plus(RunOf.ELAPSED));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void tellsWhatCameOfIt(RunReport.End end) throws IOException {
        assertThat(afterwards(new RunOf(project).ended(end)).end()).contains(end);
    }

    static Stream<RunReport.End> ends() {
        return Stream.of(
                new RunReport.End.Published(List.of()),
                new RunReport.End.Published(List.of("The copy could not be written.")),
                new RunReport.End.Tested(),
                new RunReport.End.KeptBack(),
                new RunReport.End.Cancelled(),
                new RunReport.End.Failed(Problem.of(ErrorCode.LAKE_DENIED, "The lake cannot be written.")),
                new RunReport.End.Failed(Problem.of(ErrorCode.BUSY, "All workers are busy.", "Wait.")));
    }

    @Test
    void tellsHowEachNodeWent() throws IOException {
        LastRun run = afterwards(new RunOf(project)
                .built("sales", 7)
                .tested("unique_sales_id", 3)
                .tested("not_null_sales_id", 1)
                .tested("some_sales", 0)
                .built("seen", 0)
                .failed("wrong", Problem.of(ErrorCode.UNKNOWN_NAME, "There is no column nothing."))
                .skipped("top")
                .ended(new RunReport.End.KeptBack()));

        assertThat(run.results())
                .containsExactly(
                        entry("model.shop.sales", ResultStatus.SUCCESS, 7, -1, "OK", ""),
                        entry(
                                "test.shop.unique_sales_id",
                                ResultStatus.FAIL,
                                -1,
                                3,
                                "3 rows should not be there.",
                                "results/unique_sales_id.parquet"),
                        entry(
                                "test.shop.not_null_sales_id",
                                ResultStatus.WARN,
                                -1,
                                1,
                                "1 row should not be there.",
                                "results/not_null_sales_id.parquet"),
                        entry("test.shop.some_sales", ResultStatus.PASS, -1, 0, "", ""),
                        entry("model.shop.seen", ResultStatus.SUCCESS, -1, -1, "OK", ""),
                        entry(
                                "model.shop.wrong",
                                ResultStatus.ERROR,
                                -1,
                                -1,
                                "models/wrong.sql: There is no column nothing.",
                                ""),
                        entry("model.shop.top", ResultStatus.SKIPPED, -1, -1, "", ""));
    }

    @Test
    void tellsTheLineOfAFailure() throws IOException {
        int offset = project.model("wrong").orElseThrow().sql().indexOf("nothing");
        LastRun run = afterwards(new RunOf(project)
                .failed(
                        "wrong",
                        Problem.of(ErrorCode.UNKNOWN_NAME, "There is no column nothing.", "Did you mean id?")
                                .at(offset))
                .ended(new RunReport.End.KeptBack()));

        assertThat(result(run, "model.shop.wrong").message())
                .contains("models/wrong.sql:2: There is no column nothing. Did you mean id?");
    }

    @Test
    void tellsATestThatFailedFromAModelOfItsName() throws IOException {
        project = ProjectFiles.in(folder)
                .with("tests/sales.sql", "select * from {{ ref('sales') }}")
                .compiled();
        LastRun run = afterwards(new RunOf(project)
                .built("sales", 7)
                .failed("sales", Problem.of(ErrorCode.TIMEOUT, "It took too long."))
                .ended(new RunReport.End.KeptBack()));

        assertThat(result(run, "model.shop.sales").status()).isEqualTo(ResultStatus.SUCCESS);
        assertThat(result(run, "test.shop.sales").status()).isEqualTo(ResultStatus.ERROR);
    }

    @Test
    void readsWhatDbtWrote() throws IOException {
        write("""
                {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/run-results/v6.json",
                  "dbt_version": "1.10.23", "generated_at": "2026-11-26T14:10:18.448439Z", "env": {},
                  "invocation_started_at": "2026-11-26T14:10:12.056080Z"},
                 "results": [
                  {"status": "success", "timing": [], "thread_id": "Thread-2 (worker)", "execution_time": 0.205,
                   "adapter_response": {"_message": "OK"}, "message": "OK", "failures": null,
                   "unique_id": "model.shop.sales", "compiled": true, "relation_name": "sales", "batch_results": null},
                  {"status": "no-op", "execution_time": 0.0, "adapter_response": {}, "message": null,
                   "failures": null, "unique_id": "exposure.shop.board"},
                  {"status": "fail", "execution_time": 0.1, "adapter_response": {"_message": "OK"},
                   "message": "Got 2 results, configured to fail if != 0", "failures": 2,
                   "unique_id": "test.shop.unique_sales_id.477dd77bfa"}],
                 "elapsed_time": 6.2, "args": {"which": "build", "vars": {}, "select": []}}
                """);

        LastRun run = LastRun.read(target).orElseThrow();

        assertThat(run.begunAt()).isEqualTo(Instant.parse("2026-11-26T14:10:12.056080Z"));
        assertThat(run.elapsed()).isEqualTo(Duration.ofMillis(6200));
        assertThat(run.end()).isEmpty();
        assertThat(run.results())
                .containsOnlyKeys("model.shop.sales", "test.shop.unique_sales_id.477dd77bfa")
                .extractingByKey("test.shop.unique_sales_id.477dd77bfa")
                .isEqualTo(new LastRun.Result(
                        ResultStatus.FAIL,
                        Duration.ofMillis(100),
                        OptionalLong.empty(),
                        OptionalLong.of(2),
                        Optional.of("Got 2 results, configured to fail if != 0"),
                        Optional.empty()));
    }

    @Test
    void isNoneWhereNothingRan() {
        assertThat(LastRun.read(target)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{}",
                "no JSON",
                "{\"metadata\": {\"generated_at\": \"yesterday\"}, \"results\": [], \"elapsed_time\": 1}",
                "{\"metadata\": {\"generated_at\": \"2026-11-26T14:10:18Z\"}, \"results\": [7], \"elapsed_time\": 1}",
                "{\"metadata\": {\"generated_at\": \"2026-11-26T14:10:18Z\"}, \"results\": {}, \"elapsed_time\": 1}",
                "{\"metadata\": {\"generated_at\": \"2026-11-26T14:10:18Z\"}, \"results\": [], \"elapsed_time\": \"1\"}",
                "{\"metadata\": {\"generated_at\": \"2026-11-26T14:10:18Z\"}, \"results\": [], \"elapsed_time\": 1, "
                        + "\"args\": {\"end\": \"failed\"}}",
            })
    void isNoneWhereTheFileIsDamaged(String file) throws IOException {
        write(file);

        assertThat(LastRun.read(target)).isEmpty();
    }

    @Test
    void isReplacedByTheNextOne() throws IOException {
        afterwards(new RunOf(project).built("sales", 7).ended(new RunReport.End.Cancelled()));
        LastRun next = afterwards(new RunOf(project).ended(new RunReport.End.Tested()));

        assertThat(next.end()).contains(new RunReport.End.Tested());
        assertThat(target).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    }

    private LastRun afterwards(RunReport report) throws IOException {
        Artifacts.writeRunResults(target, project, report, "build");
        return LastRun.read(target).orElseThrow();
    }

    private static LastRun.Result result(LastRun run, String id) {
        return Optional.ofNullable(run.results().get(id)).orElseThrow();
    }

    private void write(String text) throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("run_results.json"), text);
    }

    /** Below zero and empty are for what there is not. */
    private static Map.Entry<String, LastRun.Result> entry(
            String id, ResultStatus status, long rows, long failures, String message, String resultsFile) {
        return Map.entry(
                id,
                new LastRun.Result(
                        status,
                        status == ResultStatus.SKIPPED ? Duration.ZERO : RunOf.EACH,
                        rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows),
                        failures < 0 ? OptionalLong.empty() : OptionalLong.of(failures),
                        Optional.of(message).filter(text -> !text.isEmpty()),
                        Optional.of(resultsFile).filter(text -> !text.isEmpty())));
    }
}
