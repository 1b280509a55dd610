package io.duckboard.deploy.aws;

import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.store.S3Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The AWS services that a deployment uses, in the account and region that the standard variables name.
 *
 * @param account the account's number, twelve digits
 */
public record Aws(
        String account,
        String region,
        CloudFormationClient cloudFormation,
        S3Client s3,
        LambdaClient lambda,
        CloudWatchClient metrics,
        CloudWatchLogsClient logs,
        SdkHttpClient http)
        implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** Long enough to upload the engine's package on a slow line. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

    /** @throws FailureException if no region is named, or AWS rejects the credentials */
    public static Aws of(Map<String, String> environment) {
        var named = new S3Environment(environment);
        String region = region(environment);
        SdkHttpClient http = Apache5HttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(ANSWER_TIMEOUT)
                .build();
        Optional<URI> endpoint = endpoint(environment, "AWS_ENDPOINT_URL");
        Optional<URI> store = endpoint(environment, "AWS_ENDPOINT_URL_S3").or(() -> endpoint);
        if (endpoint.isEmpty() && store.isPresent()) {
            throw new FailureException(
                    "AWS_ENDPOINT_URL_S3 names another store than AWS's, from which Lambda takes no code.",
                    "Unset it to deploy.");
        }
        var clients = new Clients(Region.of(region), named.credentials(), http);
        return new Aws(
                account(clients, endpoint, region),
                region,
                clients.made(CloudFormationClient.builder(), endpoint),
                clients.made(S3Client.builder().forcePathStyle(!new S3Endpoint(region, store).isAws()), store),
                clients.made(LambdaClient.builder(), endpoint),
                clients.made(CloudWatchClient.builder(), endpoint),
                clients.made(CloudWatchLogsClient.builder(), endpoint),
                http);
    }

    @Override
    public void close() {
        cloudFormation.close();
        s3.close();
        lambda.close();
        metrics.close();
        logs.close();
        http.close();
    }

    /**
     * Asks for the account's number. This is the first request to AWS, so that wrong credentials are reported before
     * anything is done.
     */
    private static String account(Clients clients, Optional<URI> endpoint, String region) {
        try (StsClient sts = clients.made(StsClient.builder(), endpoint)) {
            return AwsFailures.translating(region, () -> sts.getCallerIdentity().account());
        }
    }

    private static String region(Map<String, String> environment) {
        for (String name : new String[] {"AWS_REGION", "AWS_DEFAULT_REGION"}) {
            String region = environment.getOrDefault(name, "");
            if (!region.isBlank()) {
                return checked(region.strip());
            }
        }
        try {
            return checked(
                    DefaultAwsRegionProviderChain.builder().build().getRegion().id());
        } catch (SdkClientException e) {
            throw new FailureException(
                    "No AWS region is named.", "Set AWS_REGION, such as AWS_REGION=us-east-1, or AWS_PROFILE.", e);
        }
    }

    private static String checked(String region) {
        if (!region.matches("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}")) {
            throw new FailureException("There is no AWS region " + region + ".", "Set AWS_REGION, such as us-east-1.");
        }
        return region;
    }

    private static Optional<URI> endpoint(Map<String, String> environment, String variable) {
        String address = environment.getOrDefault(variable, "");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        if (!address.matches("https?://[^\\s/]+.*")) {
            throw new FailureException(
                    variable + " is no http or https address.", "Set it to one, or unset it for AWS itself.");
        }
        return Optional.of(URI.create(address));
    }

    private record Clients(Region region, AwsCredentialsProvider credentials, SdkHttpClient http) {

        <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C made(B builder, Optional<URI> endpoint) {
            endpoint.ifPresent(builder::endpointOverride);
            return builder.region(region)
                    .credentialsProvider(credentials)
                    .httpClient(http)
                    .build();
        }
    }
}
