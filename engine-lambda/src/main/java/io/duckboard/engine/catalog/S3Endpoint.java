package io.duckboard.engine.catalog;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The S3-compatible store to use.
 *
 * @param uri empty for AWS itself; its path is ignored
 */
public record S3Endpoint(String region, Optional<URI> uri) {

    /** The region that AWS uses if none is given. */
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

    /** The configured region, or AWS's default. */
    public static String region(Map<String, String> environment) {
        return environment.getOrDefault("AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", DEFAULT_REGION));
    }

    /** The store's address as configured, whether valid or not; empty for AWS itself. */
    public static Optional<String> address(Map<String, String> environment) {
        String address =
                environment.getOrDefault("AWS_ENDPOINT_URL_S3", environment.getOrDefault("AWS_ENDPOINT_URL", ""));
        return Optional.of(address).filter(named -> !named.isEmpty());
    }

    /** The HTTP address of an object. */
    public URI object(String bucket, String key) {
        // AWS's certificates do not cover a host name made from a bucket name with a dot.
        if (isAws() && !bucket.contains(".")) {
            String host = uri.map(URI::getHost).orElse("s3." + region + ".amazonaws.com");
            return URI.create("https://" + bucket + "." + host + "/" + encoded(key));
        }
        String store = uri.map(URI::toString).orElse("https://s3." + region + ".amazonaws.com");
        return URI.create(store.replaceAll("/+$", "") + "/" + bucket + "/" + encoded(key));
    }

    /** A key may have any character. Stores take a plus sign for itself, so a blank must not become one. */
    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%2F", "/")
                .replace("%7E", "~");
    }

    /** Whether buckets are host names. Stores other than AWS rarely have the DNS names and certificates for that. */
    public boolean isAws() {
        return uri.isEmpty() || uri.get().getHost().matches(".*\\.amazonaws\\.com(\\.cn)?");
    }
}
