package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.local.testing.TestHandlers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Only the worker that an invocation is meant for can take and answer it. */
@Tag("process")
class RuntimeApiTest {

    private static final String NEXT = "/2018-06-01/runtime/invocation/next";

    @Test
    void hidesInvocationsFromWhoeverDoesNotKnowTheWorkersPrefix() throws IOException, InterruptedException {
        try (LocalLambda lambda = LocalLambda.start(
                        LocalLambdaConfig.of(WorkerFunction.of("f", TestHandlers.Environment.class.getName())
                                .workers(1, 0)));
                Caller caller = Caller.of(lambda)) {
            String address = caller.ask("f", "AWS_LAMBDA_RUNTIME_API");
            assertThat(address).matches("127\\.0\\.0\\.1:\\d+/[0-9a-f]{32}");
            String hostAndPort = address.substring(0, address.indexOf('/'));

            assertThat(status(hostAndPort + NEXT)).isEqualTo(404);
            assertThat(status(hostAndPort + "/" + "0".repeat(32) + NEXT)).isEqualTo(404);
            assertThat(status(address + "/2018-06-01/runtime/invocation/" + "0".repeat(8) + "/response"))
                    .isEqualTo(400);
        }
    }

    private static int status(String url) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://" + url)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
