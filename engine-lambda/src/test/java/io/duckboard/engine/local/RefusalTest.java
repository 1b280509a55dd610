package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.local.testing.TestHandlers;
import io.duckboard.engine.testing.Attack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** The Invoke API refuses what AWS would refuse, with the error names that the SDK knows. */
@Attack("A program of the machine calls the local engine without the secret, by another name, or with a broken request")
@Tag("process")
class RefusalTest {

    private static final String PATH = "/2015-03-31/functions/echo/invocations";

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
    void refusesWhoeverKnowsTheAccessKeyAndNotTheSecret() {
        try (Caller stranger = new Caller(lambda.endpoint(), lambda.accessKey(), "secret")) {
            assertThatThrownBy(() -> stranger.invoke("echo", "x".repeat(Payload.MAX_REQUEST)))
                    .isInstanceOfSatisfying(LambdaException.class, e -> {
                        assertThat(e.statusCode()).isEqualTo(403);
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
                    });
        }
    }

    @Test
    void refusesASignatureThatWasMadeUp() throws IOException {
        Map<String, List<String>> signed = new TreeMap<>(signed("localhost"));
        signed.computeIfPresent(
                "Authorization",
                (_, values) -> values.stream()
                        .map(value -> value.replaceFirst("Signature=.*", "Signature=" + "0".repeat(64)))
                        .toList());

        assertThat(status("localhost", signed)).isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(status("localhost", Map.of())).isEqualTo("HTTP/1.1 403 Forbidden");
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
        return status(host, signed(host));
    }

    private String status(String host, Map<String, List<String>> headers) throws IOException {
        URI endpoint = lambda.endpoint();
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            String lines = headers.entrySet().stream()
                    .filter(header -> !header.getKey().equalsIgnoreCase("Host"))
                    .map(header -> header.getKey() + ": " + String.join(",", header.getValue()) + "\r\n")
                    .collect(Collectors.joining());
            String request = "POST " + PATH + " HTTP/1.1\r\nHost: " + host + "\r\n" + lines
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    /** Signed by the SDK's own signer. */
    private Map<String, List<String>> signed(String host) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://" + host + PATH))
                .build();
        return AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(AwsCredentialsIdentity.create(lambda.accessKey(), lambda.secretKey()))
                        .request(request)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "lambda")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
                .request()
                .headers();
    }
}
