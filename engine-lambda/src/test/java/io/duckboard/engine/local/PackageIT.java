package io.duckboard.engine.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.local.testing.FunctionProcess;
import io.duckboard.engine.local.testing.UnpackedPackage;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package runs under AWS's own client of the Runtime API, with the environment of Lambda. */
class PackageIT {

    private static final String HANDLER = QueryHandler.class.getName() + "::handleRequest";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final RuntimeSession session = new RuntimeSession();
    private RuntimeApi runtimeApi;
    private UnpackedPackage unpacked;
    private FunctionProcess function;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        TestLake lake = new TestLake(folder.resolve("lake")).table("numbers", "SELECT range AS n FROM range(100)");
        unpacked = UnpackedPackage.into(folder.resolve("task"));
        runtimeApi = RuntimeApi.start();
        var environment = new HashMap<>(unpacked.environment(HANDLER));
        environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi.address(runtimeApi.open(session)));
        environment.put("DUCKBOARD_LAKE", lake.location().toString());
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        function = FunctionProcess.start(
                unpacked.command(temporary, HANDLER), environment, unpacked.root(), folder.resolve("function.log"));
        function.whenGone(() -> session.end(new Outcome.Exited("see its log")));
    }

    @AfterEach
    void close() {
        session.end(new Outcome.Exited("end of test"));
        function.close();
        runtimeApi.close();
    }

    @Test
    void answersAQueryOverTheLake() throws Exception {
        assertThat(ask("SELECT sum(n) FROM numbers"))
                .isInstanceOfSatisfying(
                        Answer.Rows.class, answer -> assertThat(answer.rows()).containsExactly(List.of(4950)));
    }

    @Test
    void losesOnlyTheQueryThatTakesTooMuchMemory() throws Exception {
        assertThat(ask("SELECT string_agg(repeat('x', 1000000), '') FROM range(100000)"))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        answer -> assertThat(answer.problem().code()).isEqualTo(ErrorCode.OUT_OF_MEMORY));
        assertThat(ask("SELECT count(*) FROM numbers")).isInstanceOf(Answer.Rows.class);
    }

    @Test
    void writesNothingIntoItsOwnFolder() throws Exception {
        var before = unpacked.contents();

        ask("SELECT count(DISTINCT n) FROM numbers");

        assertThat(unpacked.contents()).isEqualTo(before);
    }

    private Answer ask(String sql) throws Exception {
        Payload event = new Payload(RequestJson.write(Request.Query.of(sql)));
        Invocation invocation = new Invocation(
                new InvokeRequest(
                        UUID.randomUUID().toString(),
                        "arn:aws:lambda:us-east-1:1:function:test",
                        CallerId.UNNAMED,
                        event),
                TIMEOUT);
        session.submit(invocation);
        return switch (invocation.await(TIMEOUT)) {
            case Outcome.Answered(Payload answer) -> AnswerJson.read(answer.bytes());
            case Outcome.Errored(Payload error) -> throw new AssertionError(new String(error.bytes(), UTF_8));
            case Outcome other -> throw new AssertionError(other + "\n" + function.log());
        };
    }
}
