package io.duckboard.engine.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An S3 server in this process that checks signatures, behind a network that can fail. */
public final class S3Server implements AutoCloseable {

    public static final String KEY_ID = "the-key";
    public static final String SECRET = "the-secret";

    private final BlobStore objects;
    private final S3Proxy server;
    private final FaultyNetwork network;

    public S3Server() {
        this(AuthenticationType.AWS_V2_OR_V4, BlobStores.create("transient", new Properties()));
    }

    /** @param folder keeps the objects, a folder for each bucket */
    public static S3Server keptIn(Path folder) {
        var properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", folder.toString());
        return new S3Server(AuthenticationType.AWS_V2_OR_V4, BlobStores.create("filesystem", properties));
    }

    /** A server whose buckets anyone may read and nobody may write. */
    public static S3Server publicReadOnly() {
        var server = new S3Server(AuthenticationType.NONE, BlobStores.create("transient", new Properties()));
        server.network.spoilAll("PUT /", new Fault.Refusal(403, "", "AccessDenied"));
        server.network.spoilAll("POST /", new Fault.Refusal(403, "", "AccessDenied"));
        return server;
    }

    private S3Server(AuthenticationType authentication, BlobStore objects) {
        this.objects = objects;
        server = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(authentication, KEY_ID, SECRET)
                // The server does not support sessions, and would refuse the token's header.
                .ignoreUnknownHeaders(true)
                .build();
        try {
            server.start();
            Awaitility.await().until(() -> server.getState().equals("STARTED"));
            network = new FaultyNetwork(server.getPort());
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server does not start", e);
        }
    }

    /** Of the server itself, past its network. */
    public int port() {
        return server.getPort();
    }

    public FaultyNetwork network() {
        return network;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + network.port());
    }

    /** The variables in an engine's environment that describe this server. */
    public Map<String, String> environment() {
        return environment(endpoint());
    }

    /** The same through another network. */
    public static Map<String, String> environment(URI endpoint) {
        return Map.of(
                "AWS_ENDPOINT_URL_S3",
                endpoint.toString(),
                "AWS_REGION",
                "eu-west-1",
                "AWS_ACCESS_KEY_ID",
                KEY_ID,
                "AWS_SECRET_ACCESS_KEY",
                SECRET);
    }

    /** Makes the bucket and puts all files of a folder below {@code place}, a bucket with an optional prefix. */
    public S3Server upload(Path folder, String place) {
        make(place.split("/", 2)[0]);
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(place + "/" + folder.relativize(file), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public void make(String bucket) {
        if (!objects.containerExists(bucket)) {
            objects.createContainer(bucket);
        }
    }

    /** @param path the bucket and the object's key */
    public void put(String path, byte[] bytes) {
        String[] parts = path.split("/", 2);
        objects.putBlob(
                PutObjectRequest.builder()
                        .bucket(parts[0])
                        .key(parts[1])
                        .contentLength((long) bytes.length)
                        .build(),
                new ByteArrayInputStream(bytes));
    }

    /** The keys of a bucket with this prefix, sorted by name. */
    public List<String> keys(String bucket, String prefix) {
        return objects
                .list(ListObjectsV2Request.builder()
                        .bucket(bucket)
                        .prefix(prefix)
                        .build())
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    /** The ETag and the time of each object below {@code place}, by its key below {@code place}. */
    public SortedMap<String, String> versions(String place) {
        String[] parts = place.split("/", 2);
        String prefix = parts.length == 1 ? "" : parts[1] + "/";
        var versions = new TreeMap<String, String>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            var asked = ListObjectsV2Request.builder().bucket(parts[0]).prefix(prefix);
            next.filter(token -> !token.isEmpty()).ifPresent(asked::continuationToken);
            ListObjectsV2Response page = objects.list(asked.build());
            page.contents()
                    .forEach(object -> versions.put(
                            object.key().substring(prefix.length()), object.eTag() + " " + object.lastModified()));
            next = Optional.ofNullable(page.nextContinuationToken());
        }
        return versions;
    }

    public boolean has(String path) {
        String[] parts = path.split("/", 2);
        return objects.blobExists(parts[0], parts[1]);
    }

    public byte[] get(String path) {
        String[] parts = path.split("/", 2);
        try (var object = objects.getBlob(parts[0], parts[1])) {
            return object.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The time of the last write of each object below {@code place}, a bucket with a prefix, by the object's path. */
    public SortedMap<String, Instant> below(String place) {
        String[] parts = place.split("/", 2);
        var found = new TreeMap<String, Instant>();
        objects.list(ListObjectsV2Request.builder()
                        .bucket(parts[0])
                        .prefix(parts.length == 1 ? "" : parts[1] + "/")
                        .build())
                .contents()
                .forEach(object -> found.put(parts[0] + "/" + object.key(), object.lastModified()));
        return found;
    }

    public void remove(String path) {
        String[] parts = path.split("/", 2);
        objects.removeBlob(parts[0], parts[1]);
    }

    @Override
    public void close() {
        try {
            network.close();
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server does not stop", e);
        }
    }
}
