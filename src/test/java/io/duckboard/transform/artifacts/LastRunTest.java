package io.duckboard.transform.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.transform.compile.CompiledProject;
import io.duckboard.transform.run.KeptRows;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.RunOutcome;
import io.duckboard.transform.run.RunReport;
import io.duckboard.transform.run.TransformFailure;
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
import tools.jackson.jr.ob.JSON;

/**
 * A run can be read from its file as it went, whoever wrote it. A file that does not describe a run counts as missing.
 */
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
        LastRun run = afterwards(new RunOf(project).ended(new RunOutcome.KeptBack()));

        assertThat(run.command()).isEqualTo("build");
        assertThat(run.begunAt()).isEqualTo(RunOf.BEGUN);
        assertThat(run.elapsed()).isEqualTo(RunOf.ELAPSED);
        assertThat(run.generatedAt()).isEqualTo(RunOf.BEGUN.plus(RunOf.ELAPSED));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void tellsWhatCameOfIt(RunOutcome outcome) throws IOException {
        assertThat(afterwards(new RunOf(project).ended(outcome)).outcome()).contains(outcome);
    }

    static Stream<RunOutcome> outcomes() {
        return Stream.of(
                new RunOutcome.Published(List.of()),
                new RunOutcome.Published(List.of("The copy could not be written.")),
                new RunOutcome.Tested(),
                new RunOutcome.KeptBack(),
                new RunOutcome.Cancelled(),
                new RunOutcome.Failed(
                        TransformFailure.of(Problem.of(ErrorCode.LAKE_DENIED, "The lake cannot be written."))),
                new RunOutcome.Failed(TransformFailure.of("The run broke off.", "Run it again.")),
                new RunOutcome.Failed(
                        TransformFailure.of(Problem.of(ErrorCode.BUSY, "All workers are busy.", "Wait."))));
    }

    @Test
    void tellsHowEachNodeWent() throws IOException {
        LastRun run = afterwards(ofAllOutcomes());

        assertThat(run.results())
                .containsExactly(
                        entry("model.shop.sales", new NodeOutcome.Built(OptionalLong.of(7), RunOf.EACH)),
                        entry("test.shop.unique_sales_id", found(3, Node.Severity.ERROR, "unique_sales_id")),
                        entry("test.shop.not_null_sales_id", found(1, Node.Severity.WARN, "not_null_sales_id")),
                        entry("test.shop.some_sales", new NodeOutcome.Passed(RunOf.EACH)),
                        entry("model.shop.seen", new NodeOutcome.Built(OptionalLong.empty(), RunOf.EACH)),
                        entry("model.shop.wrong", failed("models/wrong.sql: There is no column nothing.")),
                        entry("model.shop.top", new NodeOutcome.Skipped()));
    }

    @Test
    void isWrittenInDbtsWords() throws IOException {
        afterwards(ofAllOutcomes());

        assertThat(written())
                .extracting(
                        result -> result.text("status"),
                        result -> result.get("message"),
                        result -> result.get("failures"),
                        result -> result.number("execution_time"),
                        result -> result.object("adapter_response").members())
                .containsExactly(
                        tuple("success", "OK", null, 0.25, Map.of("_message", "OK", "rows_affected", 7)),
                        tuple("fail", "3 rows should not be there.", 3, 0.25, response("unique_sales_id")),
                        tuple("warn", "1 row should not be there.", 1, 0.25, response("not_null_sales_id")),
                        tuple("pass", null, 0, 0.25, Map.of("_message", "OK")),
                        tuple("success", "OK", null, 0.25, Map.of("_message", "OK")),
                        tuple("error", "models/wrong.sql: There is no column nothing.", null, 0.25, Map.of()),
                        tuple("skipped", null, null, 0.0, Map.of()));
    }

    @Test
    void tellsTheLineOfAFailure() throws IOException {
        int offset = project.model("wrong").orElseThrow().sql().indexOf("nothing");
        LastRun run = afterwards(new RunOf(project)
                .failed(
                        "wrong",
                        Problem.of(ErrorCode.UNKNOWN_NAME, "There is no column nothing.", "Did you mean id?")
                                .at(offset))
                .ended(new RunOutcome.KeptBack()));

        assertThat(result(run, "model.shop.wrong"))
                .isEqualTo(failed("models/wrong.sql:2: There is no column nothing. Did you mean id?"));
    }

    @Test
    void tellsATestThatFailedFromAModelOfItsName() throws IOException {
        project = ProjectFiles.in(folder)
                .with("tests/sales.sql", "select * from {{ ref('sales') }}")
                .compiled();
        LastRun run = afterwards(new RunOf(project)
                .built("sales", 7)
                .failed("sales", Problem.of(ErrorCode.TIMEOUT, "It took too long."))
                .ended(new RunOutcome.KeptBack()));

        assertThat(result(run, "model.shop.sales")).isInstanceOf(NodeOutcome.Built.class);
        assertThat(result(run, "test.shop.sales")).isInstanceOf(NodeOutcome.Failed.class);
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
        assertThat(run.outcome()).isEmpty();
        assertThat(run.results())
                .containsOnlyKeys("model.shop.sales", "test.shop.unique_sales_id.477dd77bfa")
                .extractingByKey("test.shop.unique_sales_id.477dd77bfa")
                .isEqualTo(new NodeOutcome.FoundFailures(
                        2, Node.Severity.ERROR, Optional.empty(), Duration.ofMillis(100)));
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
                "{\"metadata\": {\"generated_at\": \"2026-11-26T14:10:18Z\"}, \"results\": [null], \"elapsed_time\": 1}",
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
        afterwards(new RunOf(project).built("sales", 7).ended(new RunOutcome.Cancelled()));
        LastRun next = afterwards(new RunOf(project).ended(new RunOutcome.Tested()));

        assertThat(next.outcome()).contains(new RunOutcome.Tested());
        assertThat(target).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    }

    private LastRun afterwards(RunReport report) throws IOException {
        Artifacts.writeRunResults(target, project, report, "build");
        return LastRun.read(target).orElseThrow();
    }

    private RunReport ofAllOutcomes() {
        return new RunOf(project)
                .built("sales", 7)
                .tested("unique_sales_id", 3)
                .tested("not_null_sales_id", 1)
                .tested("some_sales", 0)
                .view("seen")
                .failed("wrong", Problem.of(ErrorCode.UNKNOWN_NAME, "There is no column nothing."))
                .skipped("top")
                .ended(new RunOutcome.KeptBack());
    }

    private List<JsonObject> written() throws IOException {
        byte[] file = Files.readAllBytes(target.resolve("run_results.json"));
        return JsonObject.of(JSON.std.anyFrom(file)).objects("results").toList();
    }

    private void write(String text) throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("run_results.json"), text);
    }

    private static NodeOutcome result(LastRun run, String id) {
        return Optional.ofNullable(run.results().get(id)).orElseThrow();
    }

    private static Map.Entry<String, NodeOutcome> entry(String id, NodeOutcome outcome) {
        return Map.entry(id, outcome);
    }

    private static NodeOutcome found(long failures, Node.Severity severity, String test) {
        var rows = new KeptRows("results/" + test + ".parquet");
        return new NodeOutcome.FoundFailures(failures, severity, Optional.of(rows), RunOf.EACH);
    }

    private static Map<String, String> response(String test) {
        return Map.of("_message", "OK", "results_file", "results/" + test + ".parquet");
    }

    /** In the file, the message includes the place and the hint. */
    private static NodeOutcome failed(String message) {
        var failure = new TransformFailure(Optional.empty(), Optional.empty(), message, Optional.empty());
        return new NodeOutcome.Failed(failure, RunOf.EACH);
    }
}
