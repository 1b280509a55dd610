package io.duckboard.engine.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.local.testing.FunctionProcess;
import io.duckboard.engine.local.testing.UnpackedPackage;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.NothingRanError;
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

/** The package runs under AWS's own client of the Runtime API, with Lambda's environment. */
class PackageIT {

    private static final String HANDLER = QueryHandler.class.getName() + "::handleRequest";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MEMORY_MB = 3_008;

    /** Little is left of a function of this size when a query has taken what it could get. */
    private static final int SMALL_MB = 1_500;

    private Path folder;
    private TestLake lake;
    private RuntimeApi runtimeApi;
    private UnpackedPackage unpacked;
    private Environment environment;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        this.folder = folder;
        lake = new TestLake(folder.resolve("lake")).table("numbers", "SELECT range AS n FROM range(100)");
        unpacked = UnpackedPackage.into(folder.resolve("task"));
        runtimeApi = RuntimeApi.start();
        environment = environment("first", MEMORY_MB);
    }

    /** The process that Lambda starts for a call when no free one exists. */
    private Environment environment(String name, int memoryMb) throws IOException {
        var session = new RuntimeSession();
        var variables = new HashMap<>(unpacked.environment(HANDLER));
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi.address(runtimeApi.open(session)));
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(memoryMb));
        variables.put("DUCKBOARD_LAKE", lake.location().toString());
        Path temporary = Files.createDirectory(folder.resolve(name));
        var function = FunctionProcess.start(
                unpacked.command(temporary, HANDLER), variables, unpacked.root(), folder.resolve(name + ".log"));
        function.whenGone(() -> session.end(new Outcome.Exited("see its log")));
        return new Environment(session, function);
    }

    @AfterEach
    void close() {
        environment.close();
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
        assertThat(code("SELECT max(length(format('{:>2000000000}', range))) FROM range(1000)"))
                .isEqualTo(ErrorCode.OUT_OF_MEMORY);
        assertThat(ask("SELECT count(*) FROM numbers")).isInstanceOf(Answer.Rows.class);
    }

    @Test
    void endsBeforeItRunsAnythingWhereItsMemoryStaysTaken() throws Exception {
        environment.close();
        environment = environment("small", SMALL_MB);
        assertThat(code("SELECT string_agg(repeat('x', 1000000), '') FROM range(100000)"))
                .isEqualTo(ErrorCode.OUT_OF_MEMORY);
        Request.Query next = Request.Query.of("SELECT sum(n) FROM numbers").into(new Export.Parquet());

        assertThat(environment.outcome(next))
                .isInstanceOfSatisfying(
                        Outcome.Errored.class,
                        error -> assertThat(NothingRanError.isIn(error.payload().bytes()))
                                .isTrue());
        await().atMost(TIMEOUT).until(environment.session()::ended);
        assertThat(lake.root().resolve("_duckboard/results")).doesNotExist();

        environment.close();
        environment = environment("second", MEMORY_MB);
        assertThat(environment.answer(next)).isInstanceOf(Answer.Exported.class);
    }

    @Test
    void writesNothingIntoItsOwnFolder() throws Exception {
        var before = unpacked.contents();

        ask("SELECT count(DISTINCT n) FROM numbers");

        assertThat(unpacked.contents()).isEqualTo(before);
    }

    private ErrorCode code(String sql) throws Exception {
        return switch (ask(sql)) {
            case Answer.Failed failed -> failed.problem().code();
            case Answer other -> throw new AssertionError(other);
        };
    }

    private Answer ask(String sql) throws Exception {
        return environment.answer(Request.Query.of(sql));
    }

    /** One process under AWS's client, and the server side of its Runtime API. */
    private record Environment(RuntimeSession session, FunctionProcess function) {

        Outcome outcome(Request.Query query) throws InterruptedException {
            Invocation invocation = new Invocation(
                    new InvokeRequest(
                            UUID.randomUUID().toString(),
                            "arn:aws:lambda:us-east-1:1:function:test",
                            CallerId.UNNAMED,
                            new Payload(RequestJson.write(query))),
                    TIMEOUT);
            session.submit(invocation);
            return invocation.await(TIMEOUT);
        }

        Answer answer(Request.Query query) throws Exception {
            return switch (outcome(query)) {
                case Outcome.Answered(Payload answer) -> AnswerJson.read(answer.bytes());
                case Outcome.Errored(Payload error) -> throw new AssertionError(new String(error.bytes(), UTF_8));
                case Outcome other -> throw new AssertionError(other + "\n" + function.log());
            };
        }

        void close() {
            session.end(new Outcome.Exited("end of test"));
            function.close();
        }
    }
}
