package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.local.testing.FunctionProcess;
import io.duckboard.engine.local.testing.UnpackedPackage;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Under SnapStart, AWS's own runtime client runs the package's hooks, and the engine sees what was published meanwhile.
 */
class SnapStartIT {

    private static final String HANDLER = QueryHandler.class.getName();

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private HttpServer runtimeApi;
    private TestLake lake;
    private Path folder;

    @BeforeEach
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        lake = new TestLake(folder.resolve("lake")).table("numbers", "SELECT 1 AS n");
        runtimeApi = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        runtimeApi.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        runtimeApi.createContext("/2018-06-01/runtime/", this::serve);
        runtimeApi.start();
    }

    @AfterEach
    void close() {
        runtimeApi.stop(0);
    }

    @Test
    void answersFromTheLakeAsItIsAfterTheRestore() throws Exception {
        UnpackedPackage unpacked = UnpackedPackage.into(folder.resolve("task"));
        var environment = new HashMap<>(unpacked.environment(HANDLER));
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        environment.put(
                "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + runtimeApi.getAddress().getPort());
        environment.put("DUCKBOARD_LAKE", lake.location().toString());
        List<String> command = unpacked.command(Files.createDirectory(folder.resolve("tmp")), HANDLER);

        try (var function =
                FunctionProcess.start(command, environment, unpacked.root(), folder.resolve("function.log"))) {
            function.whenGone(() -> ended.complete(null));
            CompletableFuture.anyOf(answer, ended).get(60, TimeUnit.SECONDS);

            assertThat(answer.getNow(null))
                    .as(function.log())
                    .isInstanceOfSatisfying(
                            Answer.Rows.class, rows -> assertThat(rows.rows()).containsExactly(List.of(2)));
            assertThat(function.log()).containsSubsequence("primed for its snapshot", "restored from its snapshot");
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (path.endsWith("/restore/next")) {
                lake.table("numbers", "SELECT 2 AS n");
                HttpEndpoint.respond(exchange, 200, new byte[0]);
            } else if (path.endsWith("/invocation/next") && !answer.isDone()) {
                // AWS's native client reads this header without checking whether it exists.
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "one");
                exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", "9999999999999");
                exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", "arn");
                HttpEndpoint.respond(
                        exchange, 200, RequestJson.write(Request.Query.of("SELECT sum(n)::INTEGER FROM numbers")));
            } else if (path.endsWith("/response")) {
                answer.complete(AnswerJson.read(body));
                HttpEndpoint.respond(exchange, 202, new byte[0]);
            }
        }
    }
}
