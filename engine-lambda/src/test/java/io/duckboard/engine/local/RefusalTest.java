package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.local.testing.TestHandlers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** The Invoke API refuses what AWS would refuse, by the names the SDK knows. */
@Tag("process")
class RefusalTest {

    private LocalLambda lambda;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        lambda = LocalLambda.start(LocalLambdaConfig.of(InProcessFunction.of("echo", new TestHandlers.Echo())));
        caller = Caller.of(lambda);
    }

    @AfterEach
    void close() {
        caller.close();
        lambda.close();
    }

    @Test
    void refusesAnUnknownFunction() {
        assertThatThrownBy(() -> caller.invoke("nobody", "1"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Function not found")
                .hasMessageContaining("404");
    }

    @Test
    void refusesARequestAboveSixMegabytes() {
        assertThatThrownBy(() -> caller.invoke("echo", "x".repeat(Payload.MAX_REQUEST + 1)))
                .isInstanceOf(RequestTooLargeException.class)
                .hasMessageContaining("413");
    }

    @Test
    void refusesAWrongAccessKey() {
        try (Caller stranger = new Caller(lambda.endpoint(), "AKIAWRONG", "secret")) {
            assertThatThrownBy(() -> stranger.invoke("echo", "x".repeat(Payload.MAX_REQUEST)))
                    .isInstanceOfSatisfying(LambdaException.class, e -> {
                        assertThat(e.statusCode()).isEqualTo(403);
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnrecognizedClientException");
                    });
        }
    }

    @Test
    void refusesAnAsynchronousCall() {
        assertThatThrownBy(() -> caller.sdk()
                        .invoke(request -> request.functionName("echo").invocationType(InvocationType.EVENT)))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("Event is not offered");
    }

    @Test
    void refusesTheNameOfAnotherHost() throws IOException {
        assertThat(statusForHost("rebound.example")).isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(statusForHost("127.0.0.1.rebound.example:80")).isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(statusForHost("10.0.0.1")).isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(statusForHost("localhost")).isEqualTo("HTTP/1.1 200 OK");
        assertThat(statusForHost("127.0.0.1:" + lambda.endpoint().getPort())).isEqualTo("HTTP/1.1 200 OK");
    }

    private String statusForHost(String host) throws IOException {
        URI endpoint = lambda.endpoint();
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            String request = "POST /2015-03-31/functions/echo/invocations HTTP/1.1\r\nHost: " + host
                    + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=" + lambda.accessKey()
                    + "/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0"
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
