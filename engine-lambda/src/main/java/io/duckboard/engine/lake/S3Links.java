package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.S3Endpoint;
import io.duckboard.engine.catalog.store.ObjectFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Makes presigned requests to a lake or workspace on S3: links for people who may fetch a result, and requests for
 * what DuckDB cannot do. The first request loads the SDK's signer. The SDK's whole client for S3 would be the largest
 * part of the engine's package.
 */
final class S3Links {

    /** The lifetime of a request of the engine's own. */
    private static final Duration AT_ONCE = Duration.ofMinutes(5);

    private static final int TIMEOUT_MILLIS = 5_000;

    private final LakeLocation.Bucket place;
    private final S3Endpoint endpoint;
    private final S3Credentials credentials;
    private final Clock clock;

    /** @param clock close to S3's own time: S3 refuses a request that was signed at another time */
    S3Links(LakeLocation.Bucket place, S3Endpoint endpoint, S3Credentials credentials, Clock clock) {
        this.place = place;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** A link that works for {@code life}, or as long as the keys that signed it if that is shorter. */
    URI get(String path, Duration life) throws LakeException {
        return signed(SdkHttpMethod.GET, object(path), life, Map.of());
    }

    void put(String path, Path file) throws LakeException {
        try {
            HttpURLConnection request = open(SdkHttpMethod.PUT, path);
            request.setDoOutput(true);
            request.setFixedLengthStreamingMode(Files.size(file));
            try (OutputStream out = request.getOutputStream()) {
                Files.copy(file, out);
            }
            expectSuccess(request);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    void delete(String path) throws LakeException {
        try {
            expectSuccess(open(SdkHttpMethod.DELETE, path));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** A request that has not been sent yet. */
    HttpURLConnection open(SdkHttpMethod method, String path) throws LakeException, IOException {
        return open(method, signed(method, object(path), AT_ONCE, Map.of()));
    }

    private static HttpURLConnection open(SdkHttpMethod method, URI signed) throws IOException {
        var request = (HttpURLConnection) signed.toURL().openConnection();
        request.setRequestMethod(method.name());
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        return request;
    }

    /** A request, not sent yet, that puts an object if it has this version now, or does not exist. */
    HttpURLConnection openConditional(String path, Optional<String> version) throws LakeException, IOException {
        HttpURLConnection request = open(SdkHttpMethod.PUT, path);
        if (version.isPresent()) {
            request.setRequestProperty("If-Match", ObjectFiles.etag(version.get()));
        } else {
            request.setRequestProperty("If-None-Match", "*");
        }
        return request;
    }

    /** A request, not sent yet, that lists objects of the bucket. */
    HttpURLConnection openList(Map<String, String> query) throws LakeException, IOException {
        return open(SdkHttpMethod.GET, signed(SdkHttpMethod.GET, endpoint.object(place.bucket(), ""), AT_ONCE, query));
    }

    private static void expectSuccess(HttpURLConnection request) throws IOException {
        int status = request.getResponseCode();
        request.disconnect();
        if (status / 100 != 2) {
            throw new IOException("The store answered " + status + " to a " + request.getRequestMethod());
        }
    }

    private static LakeException refused(IOException cause) {
        return LakeException.unavailable(
                "The whole answer cannot be written: the store does not take it.",
                "Check that the engine may write _duckboard/ of the lake or its workspace, and try again.",
                cause);
    }

    private URI object(String path) {
        return endpoint.object(place.bucket(), key(path));
    }

    /** The key of the object in its bucket. */
    String key(String path) {
        return place.prefix().isEmpty() ? path : place.prefix() + "/" + path;
    }

    private URI signed(SdkHttpMethod method, URI address, Duration life, Map<String, String> query)
            throws LakeException {
        S3Keys keys = credentials.keys();
        SdkHttpRequest.Builder unsigned =
                SdkHttpRequest.builder().method(method).uri(address);
        query.forEach(unsigned::putRawQueryParameter);
        SdkHttpRequest request = unsigned.build();
        if (keys.equals(S3Keys.NONE)) {
            return request.getUri();
        }
        AwsCredentialsIdentity identity = identity(keys);
        return AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(identity)
                        .request(request)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, endpoint.region())
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(
                                AwsV4FamilyHttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, life)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request()
                .getUri();
    }

    private static AwsCredentialsIdentity identity(S3Keys keys) {
        return keys.sessionToken().isPresent()
                ? AwsSessionCredentialsIdentity.create(
                        keys.id(), keys.secret(), keys.sessionToken().get())
                : AwsCredentialsIdentity.create(keys.id(), keys.secret());
    }
}
