package io.duckboard.lake.store;

import io.duckboard.aws.AwsError;
import io.duckboard.engine.catalog.journal.Sha256;
import io.duckboard.engine.catalog.journal.Written;
import io.duckboard.engine.catalog.store.ObjectContent;
import io.duckboard.engine.catalog.store.ObjectFiles;
import io.duckboard.engine.catalog.store.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The files of a lake on S3, each accessed with its own requests.
 *
 * @param prefix the prefix of the lake's keys, with the slash at its end
 */
record S3StoredFiles(S3Client s3, String bucket, String prefix) implements ObjectFiles {

    @Override
    public Optional<Written> find(String path) {
        try {
            HeadObjectResponse head =
                    s3.headObject(request -> request.bucket(bucket).key(prefix + path));
            return Optional.of(new Written(head.contentLength(), version(head.eTag())));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean areVersionsDigests() {
        return true;
    }

    @Override
    public String sha256(String path) throws IOException {
        try (InputStream content = s3.getObject(get -> get.bucket(bucket).key(prefix + path))) {
            return Sha256.of(content);
        }
    }

    @Override
    public SortedMap<String, Written> below(String folder) {
        String below = prefix + (folder.endsWith("/") ? folder : folder + "/");
        var found = new TreeMap<String, Written>();
        s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(below))
                .contents()
                .forEach(object -> found.put(
                        object.key().substring(prefix.length()), new Written(object.size(), version(object.eTag()))));
        return found;
    }

    @Override
    public Optional<StoredFile> get(String path) {
        try {
            ResponseBytes<GetObjectResponse> object =
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(prefix + path));
            return Optional.of(new StoredFile(
                    object.asByteArray(),
                    version(object.response().eTag()),
                    object.response().lastModified()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> read(String path) {
        // Files of others may not be text.
        return get(path).map(file -> new String(file.content(), StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> put(String path, ObjectContent content, Optional<String> expected) throws IOException {
        var put = PutObjectRequest.builder().bucket(bucket).key(prefix + path);
        expected.ifPresentOrElse(version -> put.ifMatch(ObjectFiles.etag(version)), () -> put.ifNoneMatch("*"));
        try {
            return Optional.of(
                    version(s3.putObject(put.build(), body(path, content)).eTag()));
        } catch (S3Exception e) {
            if (isConflict(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static RequestBody body(String path, ObjectContent content) throws IOException {
        return RequestBody.fromContentProvider(
                () -> {
                    try {
                        return content.open();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                content.bytes(),
                path.endsWith(".json") ? "application/json" : "application/octet-stream");
    }

    /** S3 answers 412, or 409 while somebody else writes the object, or 404 if it has been removed. */
    private static boolean isConflict(S3Exception refusal) {
        String code = AwsError.code(refusal);
        return refusal.statusCode() == 412 || code.equals("ConditionalRequestConflict") || code.equals("NoSuchKey");
    }

    /** S3 replaces an object atomically. */
    @Override
    public void write(String path, String text, int known) {
        s3.putObject(put -> put.bucket(bucket).key(prefix + path), RequestBody.fromString(text));
    }

    @Override
    public void remove(String path) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(prefix + path));
    }

    /** Removes the quotes that HTTP puts around an ETag. */
    static String version(String etag) {
        return etag.replace("\"", "");
    }
}
