package io.duckboard.lake.store;

import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.failure.FailureException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Creates S3 clients from the standard variables. */
final class S3Clients {

    private S3Clients() {}

    /** @throws FailureException if AWS_ENDPOINT_URL_S3 is not a valid address */
    static S3Client open(S3Environment environment) {
        var client = S3Client.builder()
                .region(Region.of(environment.region()))
                .credentialsProvider(environment.credentials())
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(Duration.ofSeconds(60)));
        Optional<URI> address = environment.endpoint().map(S3Clients::address);
        address.ifPresent(client::endpointOverride);
        return client.forcePathStyle(!new S3Endpoint(environment.region(), address).isAws())
                .build();
    }

    private static URI address(String endpoint) {
        try {
            var address = new URI(endpoint);
            if (endpoint.matches("https?://.*") && address.getHost() != null) {
                return address;
            }
            throw noAddress(null);
        } catch (URISyntaxException e) {
            throw noAddress(e);
        }
    }

    private static FailureException noAddress(@Nullable URISyntaxException cause) {
        return new FailureException(
                "AWS_ENDPOINT_URL_S3 is no http or https address.",
                "Set it to one, or unset it for AWS itself.",
                cause);
    }
}
