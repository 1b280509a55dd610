package io.duckboard.lake.store;

import io.duckboard.engine.catalog.journal.LakeFiles;
import io.duckboard.engine.catalog.journal.Sha256;
import io.duckboard.engine.catalog.journal.Written;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The files of a lake on S3, asked for one by one.
 *
 * @param prefix of the lake's keys, with the slash
 */
record S3StoredFiles(S3Client s3, String bucket, String prefix) implements LakeFiles {

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
    public List<String> below(String folder) {
        String below = prefix + (folder.endsWith("/") ? folder : folder + "/");
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(below)).contents().stream()
                .map(S3Object::key)
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList();
    }

    @Override
    public Optional<String> read(String path) {
        try {
            // Others' bytes may be no text.
            return Optional.of(new String(
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(prefix + path))
                            .asByteArray(),
                    StandardCharsets.UTF_8));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /** An object is replaced at once. */
    @Override
    public void write(String path, String text, int known) {
        s3.putObject(put -> put.bucket(bucket).key(prefix + path), RequestBody.fromString(text));
    }

    @Override
    public void remove(String path) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(prefix + path));
    }

    /** Without the quotes that HTTP has around it. */
    static String version(String etag) {
        return etag.replace("\"", "");
    }
}
