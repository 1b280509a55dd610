package io.duckboard.query;

import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** The engine behind the Lambda Invoke API, wherever that is. */
public final class LambdaQueryEngine implements QueryEngine, AutoCloseable {

    /** What a call may take longer than the function itself: start, network, and the answer's way back. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final LambdaClient client;
    private final String function;
    private final String controlFunction;
    private final String description;
    private final ResultDownload downloads;

    private LambdaQueryEngine(
            LambdaClient client,
            String function,
            String controlFunction,
            String description,
            ResultDownload downloads) {
        this.client = client;
        this.function = function;
        this.controlFunction = controlFunction;
        this.description = description;
        this.downloads = downloads;
    }

    /**
     * The function deployed on AWS, found as every AWS tool finds it: by the standard region and credentials.
     *
     * @throws SdkException when no region is configured
     */
    public static LambdaQueryEngine onAws(String function, String controlFunction, Duration timeout) {
        LambdaClient client = builder(http(timeout)).build();
        String region = client.serviceClientConfiguration().region().id();
        return new LambdaQueryEngine(
                client,
                function,
                controlFunction,
                function + " in AWS Lambda, " + region,
                new ResultDownload(Optional.empty()));
    }

    /** The same Invoke API on this machine. */
    public static LambdaQueryEngine onThisMachine(
            URI endpoint, String accessKey, String secretKey, String function, Duration timeout) {
        // Never through a proxy, whatever the environment says: it could not see this machine's loopback.
        ProxyConfiguration direct = ProxyConfiguration.builder()
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false)
                .build();
        LambdaClient client = builder(http(timeout)
                        .proxyConfiguration(direct)
                        // Plain HTTP needs nobody's certificates, and reading Java's takes a tenth of a command's
                        // start.
                        .tlsTrustManagersProvider(() -> new TrustManager[0]))
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
        return new LambdaQueryEngine(
                client,
                function,
                DuckboardFunctions.CONTROL,
                function + " on this machine",
                new ResultDownload(Optional.of(endpoint)));
    }

    @Override
    public QueryOutcome ask(Request.Query query) {
        long start = System.nanoTime();
        InvokeResponse response;
        try {
            response = client.invoke(invoke ->
                    invoke.functionName(function).payload(SdkBytes.fromByteArrayUnsafe(RequestJson.write(query))));
        } catch (SdkException e) {
            return InvocationFailures.outcome(e, description);
        }
        byte[] payload = response.payload().asByteArrayUnsafe();
        if (response.functionError() != null) {
            return InvocationFailures.functionError(payload);
        }
        return switch (AnswerJson.read(payload)) {
            case Answer.Rows rows -> new QueryOutcome.Answered(rows, Duration.ofNanos(System.nanoTime() - start));
            case Answer.Exported exported ->
                new QueryOutcome.Exported(exported, Duration.ofNanos(System.nanoTime() - start));
            case Answer.Failed(var problem) -> new QueryOutcome.Failed(problem);
        };
    }

    @Override
    public CancelOutcome cancel(UUID queryId) {
        InvokeResponse response;
        try {
            response = client.invoke(invoke -> invoke.functionName(controlFunction)
                    .payload(SdkBytes.fromByteArrayUnsafe(RequestJson.write(new Request.Cancel(queryId)))));
        } catch (SdkException e) {
            return InvocationFailures.notSent(InvocationFailures.outcome(e, controlFunction));
        }
        byte[] payload = response.payload().asByteArrayUnsafe();
        if (response.functionError() != null) {
            return InvocationFailures.notSent(InvocationFailures.functionError(payload));
        }
        return AnswerJson.refusal(payload)
                .<CancelOutcome>map(problem -> InvocationFailures.notSent(new QueryOutcome.Failed(problem)))
                .orElseGet(CancelOutcome.Accepted::new);
    }

    @Override
    public InputStream open(ResultFile file) throws IOException {
        return downloads.open(file);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        client.close();
    }

    private static Apache5HttpClient.Builder http(Duration functionTimeout) {
        return Apache5HttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(functionTimeout.plus(GRACE));
    }

    private static LambdaClientBuilder builder(Apache5HttpClient.Builder http) {
        return LambdaClient.builder()
                .httpClientBuilder(http)
                .overrideConfiguration(settings -> settings.retryStrategy(StandardRetryStrategy.builder()
                        .maxAttempts(3)
                        .backoffStrategy(
                                BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofSeconds(1)))
                        .throttlingBackoffStrategy(
                                BackoffStrategy.exponentialDelay(Duration.ofMillis(200), Duration.ofSeconds(2)))
                        .treatAsThrottling(TooManyRequestsException.class::isInstance)
                        // Not the client's defaults: they repeat a call after a read timeout, and a slow query
                        // would run, and be paid for, three times.
                        .useClientDefaults(false)
                        .retryOnException(TooManyRequestsException.class)
                        .retryOnExceptionOrCauseInstanceOf(ConnectException.class)
                        .build()));
    }
}
