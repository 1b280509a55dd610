package io.duckboard.lake.store;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients of S3 as the standard variables want them, in the way the engine reads them. */
final class S3Clients {

    /** What AWS takes for a region where none is named. */
    private static final String DEFAULT_REGION = "us-east-1";

    private S3Clients() {}

    static String region(Map<String, String> environment) {
        return environment.getOrDefault("AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", DEFAULT_REGION));
    }

    /** @throws LakeFailure if AWS_ENDPOINT_URL_S3 is no address */
    static S3Client open(Map<String, String> environment) {
        String endpoint =
                environment.getOrDefault("AWS_ENDPOINT_URL_S3", environment.getOrDefault("AWS_ENDPOINT_URL", ""));
        var client = S3Client.builder()
                .region(Region.of(region(environment)))
                .credentialsProvider(credentials(environment))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(Duration.ofSeconds(60)));
        if (!endpoint.isEmpty()) {
            // Stores other than AWS rarely have names and certificates for buckets as hosts.
            client.endpointOverride(address(endpoint)).forcePathStyle(!endpoint.contains(".amazonaws.com"));
        }
        return client.build();
    }

    private static URI address(String endpoint) {
        if (!endpoint.matches("https?://[^\\s/]+.*")) {
            throw new LakeFailure(
                    "AWS_ENDPOINT_URL_S3 is no http or https address.", "Set it to one, or unset it for AWS itself.");
        }
        return URI.create(endpoint);
    }

    private static AwsCredentialsProvider credentials(Map<String, String> environment) {
        String id = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        String token = environment.get("AWS_SESSION_TOKEN");
        if (id == null || secret == null) {
            return DefaultCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(
                token == null
                        ? AwsBasicCredentials.create(id, secret)
                        : AwsSessionCredentials.create(id, secret, token));
    }
}
