package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.local.testing.FunctionProcess;
import io.duckboard.engine.local.testing.UnpackedPackage;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.NothingRanError;
import io.duckboard.engine.testing.TestLake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package answers under AWS's runtime interface emulator. DUCKBOARD_EMULATOR names the emulator's binary. */
class EmulatorIT {

    private static final String HANDLER = QueryHandler.class.getName();

    /** Little is left of a function of this size when a query has taken what it could get. */
    private static final String SMALL_MB = "1500";

    private static final String SUM = "{\"q\": \"SELECT sum(n) FROM numbers\"}";

    private int port;
    private FunctionProcess emulator;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        TestLake lake = new TestLake(folder.resolve("lake")).table("numbers", "SELECT range AS n FROM range(100)");
        UnpackedPackage unpacked = UnpackedPackage.into(folder.resolve("task"));
        var environment = new HashMap<>(unpacked.environment(HANDLER));
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", SMALL_MB);
        environment.put("DUCKBOARD_LAKE", lake.location().toString());
        port = freePort();
        var command = new ArrayList<>(List.of(
                System.getenv("DUCKBOARD_EMULATOR"),
                "--runtime-interface-emulator-address",
                "127.0.0.1:" + port,
                "--runtime-api-address",
                "127.0.0.1:" + freePort()));
        command.addAll(unpacked.command(Files.createDirectory(folder.resolve("tmp")), HANDLER));
        emulator = FunctionProcess.start(command, environment, unpacked.root(), folder.resolve("emulator.log"));
        await().ignoreException(IOException.class).until(() -> {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        });
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void answersAQueryOverTheLake() throws Exception {
        assertAnswers();
    }

    @Test
    void answersAgainAfterAProcessThatEndedBeforeItRanAnything() throws Exception {
        assertAnswers();
        assertThat(AnswerJson.read(
                        invoke("{\"q\": \"SELECT string_agg(repeat('x', 1000000), '') FROM range(100000)\"}")))
                .isInstanceOf(Answer.Failed.class);

        assertThat(NothingRanError.isIn(invoke(SUM))).as(emulator.log()).isTrue();

        assertAnswers();
    }

    private void assertAnswers() throws Exception {
        assertThat(AnswerJson.read(invoke(SUM)))
                .as(emulator.log())
                .isInstanceOfSatisfying(
                        Answer.Rows.class, rows -> assertThat(rows.rows()).containsExactly(List.of(4950)));
    }

    private byte[] invoke(String event) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + port + "/2015-03-31/functions/function/invocations");
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .timeout(Duration.ofSeconds(60))
                    .POST(HttpRequest.BodyPublishers.ofString(event))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
