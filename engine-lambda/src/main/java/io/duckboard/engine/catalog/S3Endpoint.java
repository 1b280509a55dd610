package io.duckboard.engine.catalog;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Which store speaks S3 here.
 *
 * @param uri empty for AWS itself; its path, if any, is not used
 */
public record S3Endpoint(String region, Optional<URI> uri) {

    /** What AWS takes for a region where none is named. */
    private static final String DEFAULT_REGION = "us-east-1";

    public S3Endpoint {
        if (uri.isPresent()
                && (uri.get().getHost() == null || !uri.get().getScheme().matches("https?"))) {
            throw new IllegalArgumentException("AWS_ENDPOINT_URL_S3 is no http or https address.");
        }
    }

    /** @throws IllegalArgumentException with a sentence that says which variable is wrong */
    public static S3Endpoint from(Map<String, String> environment) {
        return new S3Endpoint(region(environment), address(environment).map(URI::create));
    }

    /** The region that is named, or AWS's default. */
    public static String region(Map<String, String> environment) {
        return environment.getOrDefault("AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", DEFAULT_REGION));
    }

    /** The store's address as it is named, right or wrong; empty for AWS itself. */
    public static Optional<String> address(Map<String, String> environment) {
        String address =
                environment.getOrDefault("AWS_ENDPOINT_URL_S3", environment.getOrDefault("AWS_ENDPOINT_URL", ""));
        return Optional.of(address).filter(named -> !named.isEmpty());
    }

    /** Where an object is found by HTTP. */
    public URI object(String bucket, String key) {
        // A dot in a bucket's name is more than AWS's certificates cover as a host name.
        if (isAws() && !bucket.contains(".")) {
            String host = uri.map(URI::getHost).orElse("s3." + region + ".amazonaws.com");
            return URI.create("https://" + bucket + "." + host + "/" + key);
        }
        String store = uri.map(URI::toString).orElse("https://s3." + region + ".amazonaws.com");
        return URI.create(store.replaceAll("/+$", "") + "/" + bucket + "/" + key);
    }

    /** Whether buckets are host names; stores other than AWS rarely have names and certificates for that. */
    public boolean isAws() {
        return uri.isEmpty() || uri.get().getHost().matches(".*\\.amazonaws\\.com(\\.cn)?");
    }
}
