package io.duckboard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpServer;
import io.duckboard.engine.protocol.Request.Query;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever AWS answers in place of a function, people get a sentence, and the operator gets a command. */
class RefusalsTest {

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer aws;
    private LambdaQueryEngine engine;

    @BeforeEach
    void start() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.start();
        engine = LambdaQueryEngine.onThisMachine(
                URI.create("http://127.0.0.1:" + aws.getAddress().getPort()),
                "AKIDEXAMPLE",
                "secret",
                "duckboard-query:live",
                Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        engine.close();
        aws.stop(0);
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatIsWrongAndWhichCommandHelps(int status, String type, String body, String message, String hint) {
        answers(status, type, body);

        assertThat(engine.ask(Query.of("SELECT 1"))).isInstanceOfSatisfying(QueryOutcome.Unreachable.class, said -> {
            assertThat(said.failure().message())
                    .contains(message, "duckboard-query:live on this machine")
                    .doesNotContain("arn:");
            assertThat(said.failure().hint()).contains(hint).doesNotContain("arn:");
        });
        assertThat(calls).hasValue(1);
    }

    static Stream<Arguments> saysWhatIsWrongAndWhichCommandHelps() {
        String known = "{\"Type\":\"User\",\"Message\":\"%s\"}";
        String arn = "arn:aws:lambda:us-east-1:123456789012:function:duckboard-query:live";
        return Stream.of(
                arguments(
                        404,
                        "ResourceNotFoundException",
                        known.formatted("Function not found: " + arn),
                        "There is no such function",
                        "duckboard deploy"),
                arguments(
                        404,
                        "ResourceNotFoundException",
                        known.formatted("Cannot find alias arn: " + arn),
                        "There is no such function",
                        "DUCKBOARD_FUNCTION with its alias"),
                arguments(
                        404,
                        "ResourceNotFoundException",
                        known.formatted("Functions from 'us-west-2' are not reachable in this region ('us-east-1')"),
                        "another region",
                        "AWS_REGION"),
                arguments(
                        400,
                        "ValidationException",
                        "{\"message\":\"1 validation error detected: Value 'a b' at 'functionName'\"}",
                        "no name of a function",
                        "DUCKBOARD_FUNCTION"),
                arguments(
                        403,
                        "AccessDeniedException",
                        "{\"Message\":\"User: arn:aws:iam::123456789012:user/x is not authorized to perform:"
                                + " lambda:InvokeFunction on resource: " + arn + "\"}",
                        "not allowed",
                        "lambda:InvokeFunction"),
                arguments(
                        403,
                        "ExpiredTokenException",
                        "{\"message\":\"The security token included in the request is expired\"}",
                        "has expired",
                        "aws sso login"),
                arguments(
                        403,
                        "UnrecognizedClientException",
                        "{\"message\":\"The security token included in the request is invalid.\"}",
                        "not known",
                        "AWS_PROFILE"),
                arguments(
                        403,
                        "InvalidSignatureException",
                        "{\"message\":\"The request signature we calculated does not match the signature you provided.\"}",
                        "signature",
                        "secret key"),
                arguments(
                        403,
                        "InvalidSignatureException",
                        "{\"message\":\"Credential should be scoped to a valid region.\"}",
                        "another region",
                        "AWS_REGION"),
                arguments(
                        409,
                        "SnapStartNotReadyException",
                        known.formatted("Lambda is initializing your function."),
                        "being made ready",
                        "duckboard status"),
                arguments(
                        409,
                        "ResourceConflictException",
                        known.formatted("The function is currently in the following state: Pending"),
                        "being made ready",
                        "duckboard status"),
                arguments(
                        502,
                        "ResourceNotReadyException",
                        known.formatted("The function is inactive."),
                        "being made ready",
                        "Try again in a minute"),
                arguments(
                        408,
                        "SnapStartTimeoutException",
                        known.formatted("Lambda couldn't restore the snapshot within the timeout limit."),
                        "did not wake up",
                        "duckboard status"),
                arguments(
                        400,
                        "SnapStartException",
                        known.formatted("The afterRestore() runtime hook encountered an error."),
                        "did not wake up",
                        "duckboard deploy"),
                arguments(
                        502,
                        "KMSAccessDeniedException",
                        known.formatted("Lambda was unable to decrypt the environment variables: " + arn),
                        "key in AWS KMS",
                        "KMSAccessDeniedException"),
                arguments(
                        502, "KMSDisabledException", known.formatted("disabled"), "key in AWS KMS", "duckboard deploy"),
                arguments(502, "EC2ThrottledException", known.formatted("throttled"), "network", "duckboard status"),
                arguments(502, "ENILimitReachedException", known.formatted("limit"), "network", "duckboard status"),
                arguments(
                        502,
                        "SubnetIPAddressLimitReachedException",
                        known.formatted("no address"),
                        "network",
                        "SubnetIPAddressLimitReachedException"),
                arguments(410, "EFSIOException", known.formatted("error"), "file system", "duckboard status"),
                arguments(502, "InvalidZipFileException", known.formatted("no zip"), "package", "duckboard deploy"),
                arguments(
                        500, "ServiceException", known.formatted("failure"), "status 500, Service", "duckboard status"),
                arguments(
                        503,
                        "ServiceUnavailableException",
                        known.formatted("LocalLambda is closing."),
                        "takes no calls at the moment",
                        "starting anew"),
                arguments(503, "", "<html>Service Unavailable</html>", "status 503", "Try again"),
                arguments(403, "", "<html>Forbidden</html>", "not allowed", "lambda:InvokeFunction"));
    }

    @ParameterizedTest
    @MethodSource
    void saysThatThereAreTooManyQueriesAfterThreeTries(String reason, String hint) {
        answers(
                429,
                "TooManyRequestsException",
                "{\"Reason\":\"" + reason + "\",\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}");

        assertThat(engine.ask(Query.of("SELECT 1"))).isInstanceOfSatisfying(QueryOutcome.Failed.class, failed -> {
            assertThat(failed.problem().message()).contains("as many queries as it can take");
            assertThat(failed.problem().hint())
                    .hasValueSatisfying(said -> assertThat(said)
                            .startsWith("Try again in a few seconds.")
                            .endsWith(hint));
        });
        assertThat(calls).hasValue(3);
    }

    static Stream<Arguments> saysThatThereAreTooManyQueriesAfterThreeTries() {
        return Stream.of(
                arguments("ReservedFunctionConcurrentInvocationLimitExceeded", "duckboard deploy --concurrency N."),
                arguments("ConcurrentInvocationLimitExceeded", "raised in Service Quotas."),
                arguments("CallerRateLimitExceeded", "raised in Service Quotas."),
                arguments("SomethingNew", "Try again in a few seconds."));
    }

    @Test
    void saysThatTheQueryIsTooLarge() {
        answers(413, "RequestTooLargeException", "{\"Type\":\"User\",\"message\":\"Request must be smaller\"}");

        assertThat(engine.ask(Query.of("SELECT 1")))
                .isInstanceOfSatisfying(
                        QueryOutcome.Failed.class,
                        failed -> assertThat(failed.problem().message()).contains("larger than the engine accepts"));
    }

    private void answers(int status, String type, String body) {
        aws.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            if (!type.isEmpty()) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", type + ":http://internal.amazon.com/coral/");
            }
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
    }
}
