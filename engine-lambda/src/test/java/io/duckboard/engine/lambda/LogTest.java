package io.duckboard.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Request.Query;
import io.duckboard.engine.protocol.TransformRequest;
import io.duckboard.engine.testing.TestLake;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator gets one line for each call, and nothing of what people asked or were answered. */
class LogTest {

    private static final UUID ID = UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071a");

    /** {@code printf %s ID | sha256sum | cut -c1-16} */
    private static final String DIGEST = "46f903adeef15072";

    private static final String FAILS = "SELECT 'secret' + nowhere FROM numbers";

    private InProcess query;
    private TransformInProcess transform;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path temporary) {
        var lake = new TestLake(folder).table("numbers", "SELECT range AS n FROM range(10)");
        var settings = new EngineSettings(lake.location(), 1024, temporary, Optional.empty());
        query = new InProcess(settings);
        transform = new TransformInProcess(settings);
    }

    @Test
    void tellsHowAQueryEnded() {
        query.ask(Query.of("SELECT n, 'secret' FROM numbers").queryId(ID));
        query.ask(Query.of("FROM numbers"));
        query.ask(Query.of("FROM numbers").queryId(ID).into(new Export.Parquet()));
        query.ask(Query.of(FAILS).queryId(ID));
        query.send("{\"q\": 1}");
        query.send("{\"ping\": true}");

        assertThat(query.log().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches(
                                        "\\{'query':'%s','outcome':'answered','ms':\\d+,'warm':false,'rows':10,'bytes':\\d+}"
                                                .formatted(DIGEST)
                                                .replace('\'', '"')),
                        line -> assertThat(line)
                                .startsWith("{\"query\":\"test-request\",")
                                .contains("\"warm\":true"),
                        line -> assertThat(line).contains("\"outcome\":\"exported\"", "\"rows\":10"),
                        line -> assertThat(line)
                                .startsWith("{\"query\":\"" + DIGEST + "\",\"outcome\":\"failed\",\"ms\":")
                                .endsWith(",\"code\":\"UNKNOWN_NAME\"}")
                                .doesNotContain("secret", "nowhere", "SELECT"),
                        line -> assertThat(line)
                                .startsWith("{\"query\":\"test-request\",\"outcome\":\"failed\"")
                                .endsWith(",\"code\":\"INVALID_REQUEST\"}"));
        assertThat(query.log().lines()).noneMatch(line -> line.contains(ID.toString()));
    }

    @Test
    void tellsHowARunEnded() {
        Node.Model model = TransformInProcess.table("m", "SELECT n FROM numbers");
        Node.Test passes = TransformInProcess.test("passes", "SELECT n FROM m WHERE n > 10", "m");
        Node.Test fails = TransformInProcess.test("fails", "SELECT n FROM m WHERE n > 5", "m");
        run(model, passes);
        run(passes);
        run(model, fails);
        run(fails);
        run(model, TransformInProcess.table("other", FAILS));
        transform.send("{\"run\": {}}");
        transform.send("{");

        assertThat(transform.log().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("\\{'run':'done','id':'%s','published':1,'ms':\\d+}"
                                        .formatted(ID)
                                        .replace('\'', '"')),
                        line -> assertThat(line).startsWith(start("done")).contains("\"published\":0"),
                        line -> assertThat(line).startsWith(start("failed")).contains("\"published\":0"),
                        line -> assertThat(line).startsWith(start("failed")),
                        line -> assertThat(line)
                                .startsWith(start("failed"))
                                .endsWith(",\"code\":\"UNKNOWN_NAME\"}")
                                .doesNotContain("secret", "nowhere", "SELECT"),
                        line -> assertThat(line)
                                .startsWith("{\"run\":\"failed\",\"id\":\"test-request\"")
                                .endsWith(",\"code\":\"INVALID_REQUEST\"}"),
                        line -> assertThat(line).startsWith("{\"run\":\"failed\""));
    }

    @Test
    void tellsHowAStepOfSomebodysOwnRunEnded() {
        transform.build(ID, TransformInProcess.table("m", "SELECT n FROM numbers"));
        transform.send(new TransformRequest.Check(ID, TransformInProcess.test("t", "FROM numbers"), List.of()));
        transform.send(new TransformRequest.Parse("FROM FROM"));
        transform.send(new TransformRequest.Publish(ID, Instant.now(), List.of()));

        assertThat(transform.log().lines())
                .allSatisfy(line -> assertThat(line).doesNotContain("\"run\""))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "{\"transform\":\"materialize\",\"outcome\":\"done\",\"id\":\"" + ID + "\","),
                        line -> assertThat(line).startsWith("{\"transform\":\"check\",\"outcome\":\"failed\""),
                        line -> assertThat(line).startsWith("{\"transform\":\"parse\",\"outcome\":"),
                        line -> assertThat(line).startsWith("{\"transform\":\"publish\",\"outcome\":"));
    }

    private void run(Node... nodes) {
        transform.send(new TransformRequest.Run(ID, new CompiledPlan("project", List.of(nodes))));
    }

    private static String start(String outcome) {
        return "{\"run\":\"" + outcome + "\",\"id\":\"" + ID + "\"";
    }
}
