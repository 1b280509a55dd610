package io.duckboard.client;

import io.duckboard.engine.local.EngineFile;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** The SDK's client for the Invoke API, which waits as long as a function may take. */
final class InvokeClient {

    /**
     * How much longer than the function itself a call may take: for the start, the network, and the answer's way back.
     */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private InvokeClient() {}

    /**
     * Creates a client for functions deployed on AWS. It finds the region and credentials in the standard way, as every
     * AWS tool does.
     *
     * @throws software.amazon.awssdk.core.exception.SdkClientException when no region is configured
     */
    static LambdaClient onAws(Duration timeout) {
        return builder(http(timeout)).build();
    }

    /** Says where a function is: in a region of AWS's, or where AWS_ENDPOINT_URL_LAMBDA says. */
    static String described(String function, LambdaClient client) {
        var settings = client.serviceClientConfiguration();
        return settings.endpointOverride()
                .map(endpoint -> function + " at " + endpoint.getAuthority())
                .orElseGet(
                        () -> function + " in AWS Lambda, " + settings.region().id());
    }

    /** Creates a client for the same API on this machine. */
    static LambdaClient onThisMachine(URI endpoint, String accessKey, String secretKey, Duration timeout) {
        // No proxy is used, whatever the environment says, because a proxy could not reach this machine's loopback.
        ProxyConfiguration direct = ProxyConfiguration.builder()
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false)
                .build();
        return builder(http(timeout)
                        .proxyConfiguration(direct)
                        // Plain HTTP needs no certificates, and reading Java's takes a tenth of the time that a command
                        // needs to start.
                        .tlsTrustManagersProvider(() -> new TrustManager[0]))
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
    }

    /** Creates a client for the engine that another process has announced. */
    static LambdaClient of(EngineFile engine, Duration timeout) {
        return onThisMachine(engine.endpoint(), engine.accessKey(), engine.secretKey(), timeout);
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
                        // The client's defaults are not used: they repeat a call after a read timeout, so a slow query
                        // would run, and be paid for, three times.
                        .useClientDefaults(false)
                        .retryOnException(TooManyRequestsException.class)
                        .retryOnExceptionOrCauseInstanceOf(ConnectException.class)
                        .build()));
    }
}
