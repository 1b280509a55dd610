package io.duckboard.engine.local.testing;

import io.duckboard.engine.local.LocalLambda;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** A client of the AWS SDK that does not retry. */
public final class Caller implements AutoCloseable {

    /** Longer than any function may run. Its own deadline ends what takes too long, and machines are shared. */
    private static final Duration PATIENCE = Duration.ofMinutes(16);

    private final LambdaClient client;

    public Caller(URI endpoint, String accessKey, String secretKey) {
        client = LambdaClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .httpClientBuilder(Apache5HttpClient.builder().socketTimeout(PATIENCE))
                .overrideConfiguration(override ->
                        override.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(PATIENCE))
                .build();
    }

    public static Caller of(LocalLambda lambda) {
        return new Caller(lambda.endpoint(), lambda.accessKey(), lambda.secretKey());
    }

    public LambdaClient sdk() {
        return client;
    }

    public InvokeResponse invoke(String function, String payload) {
        return client.invoke(request -> request.functionName(function).payload(SdkBytes.fromUtf8String(payload)));
    }

    /** The text that a function answers or fails with. */
    public String ask(String function, String payload) {
        return invoke(function, payload).payload().asUtf8String();
    }

    /** The same without waiting. Uses a separate thread, since the common pool may have only one. */
    public CompletableFuture<String> askAsync(String function, String payload) {
        return CompletableFuture.supplyAsync(() -> ask(function, payload), Thread::startVirtualThread);
    }

    @Override
    public void close() {
        client.close();
    }
}
