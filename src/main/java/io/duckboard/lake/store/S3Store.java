package io.duckboard.lake.store;

import io.duckboard.engine.protocol.Catalog;
import io.duckboard.engine.protocol.CatalogJson;
import io.duckboard.engine.protocol.LakeLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A lake on S3 or a store that speaks its protocol: an object appears when it is whole. */
final class S3Store implements LakeStore {

    /** What S3 takes in one request. */
    private static final int MOST_KEYS = 1000;

    private final LakeLocation.Bucket lake;
    private final String prefix;
    private final Path scratch;
    private final S3Client s3;
    private final S3Uploads uploads;
    private final S3Failures failures;
    private @Nullable Workspace workspace;

    private S3Store(LakeLocation.Bucket lake, Path scratch, S3Client s3, S3Failures failures) {
        this.lake = lake;
        this.prefix = lake.prefix().isEmpty() ? "" : lake.prefix() + "/";
        this.scratch = scratch;
        this.s3 = s3;
        this.uploads = new S3Uploads(s3, lake.bucket());
        this.failures = failures;
    }

    static S3Store open(LakeLocation.Bucket lake, Path scratch, Map<String, String> environment) {
        var s3 = new S3Environment(environment);
        return new S3Store(lake, scratch, S3Clients.open(s3), new S3Failures(lake, s3.region()));
    }

    @Override
    public Optional<Published> published() {
        return read().map(object -> new Published(
                StoreFailures.read(object.asByteArray()),
                object.response().eTag(),
                object.response().lastModified()));
    }

    @Override
    public List<Catalog.File> listOlderThan(Instant time, String path) {
        String below = path.isEmpty() ? prefix : prefix + path + "/";
        return told(() ->
                s3.listObjectsV2Paginator(list -> list.bucket(lake.bucket()).prefix(below)).contents().stream()
                        .filter(object -> object.lastModified().isBefore(time))
                        .filter(object -> Layout.isData(object.key().substring(prefix.length())))
                        .map(this::file)
                        .sorted(Comparator.comparing(Catalog.File::path))
                        .toList());
    }

    @Override
    public Path workspace() {
        return told(() -> {
            if (workspace == null) {
                workspace = Workspace.in(scratch);
            }
            return workspace.folder();
        });
    }

    @Override
    public List<Catalog.File> put(Collection<Upload> uploads, LongConsumer progress) {
        LongConsumer told = bytes -> {
            synchronized (progress) {
                progress.accept(bytes);
            }
        };
        return told(() -> {
            var put = new LinkedHashMap<String, Catalog.File>();
            var small = new ArrayList<Callable<Catalog.File>>();
            for (Upload upload : uploads) {
                if (!S3Uploads.isLarge(Files.size(upload.file()))) {
                    small.add(() -> file(upload, this.uploads.whole(upload.file(), key(upload.path()), told)));
                }
            }
            Parallel.run(small).forEach(file -> put.put(file.path(), file));
            for (Upload upload : uploads) {
                if (!put.containsKey(upload.path())) {
                    put.put(upload.path(), file(upload, this.uploads.inParts(upload.file(), key(upload.path()), told)));
                }
            }
            return uploads.stream().map(upload -> put.get(upload.path())).toList();
        });
    }

    @Override
    public void replace(Upload upload) {
        told(() -> s3.putObject(put -> put.bucket(lake.bucket()).key(key(upload.path())), upload.file()));
    }

    @Override
    public byte[] tail(String path, int bytes) {
        return told(() -> s3.getObjectAsBytes(
                        get -> get.bucket(lake.bucket()).key(key(path)).range("bytes=-" + bytes))
                .asByteArray());
    }

    @Override
    public void publish(Catalog catalog, Optional<Published> expected) {
        byte[] json = CatalogJson.write(catalog);
        try {
            told(() -> s3.putObject(conditional(expected), RequestBody.fromBytes(json)));
        } catch (LakeFailure e) {
            // A try whose answer was lost may have been the one that published.
            if (!isConflict(e)
                    || read().filter(now -> Arrays.equals(now.asByteArray(), json))
                            .isEmpty()) {
                throw isConflict(e) ? StoreFailures.publishedMeanwhile(lake.toString()) : e;
            }
        }
    }

    @Override
    public void remove(Collection<String> paths) {
        List<ObjectIdentifier> keys = paths.stream()
                .map(path -> ObjectIdentifier.builder().key(key(path)).build())
                .toList();
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            List<ObjectIdentifier> some = keys.subList(from, Math.min(keys.size(), from + MOST_KEYS));
            told(() -> s3.deleteObjects(delete -> delete.bucket(lake.bucket())
                    .delete(objects -> objects.objects(some).quiet(true))));
        }
    }

    @Override
    public void close() {
        s3.close();
        told(() -> {
            if (workspace != null) {
                workspace.close();
            }
            return lake;
        });
    }

    private PutObjectRequest conditional(Optional<Published> expected) {
        var put = PutObjectRequest.builder()
                .bucket(lake.bucket())
                .key(key(Catalog.FILE))
                .contentType("application/json");
        expected.ifPresentOrElse(known -> put.ifMatch(known.version()), () -> put.ifNoneMatch("*"));
        return put.build();
    }

    /** 412, or 409 while another writes it, or 404 if it has been removed. */
    private static boolean isConflict(LakeFailure failure) {
        return failure.getCause() instanceof S3Exception s3
                && (s3.statusCode() == 412
                        || S3Failures.code(s3).equals("ConditionalRequestConflict")
                        || S3Failures.code(s3).equals("NoSuchKey"));
    }

    private Optional<ResponseBytes<GetObjectResponse>> read() {
        return told(() -> {
            try {
                return Optional.of(
                        s3.getObjectAsBytes(get -> get.bucket(lake.bucket()).key(key(Catalog.FILE))));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    private <T> T told(Callable<T> work) {
        return failures.told(scratch, work);
    }

    private String key(String path) {
        return prefix + path;
    }

    private static Catalog.File file(Upload upload, String etag) throws IOException {
        return new Catalog.File(upload.path(), Files.size(upload.file()), version(etag));
    }

    private Catalog.File file(S3Object object) {
        return new Catalog.File(object.key().substring(prefix.length()), object.size(), version(object.eTag()));
    }

    /** Without the quotes that HTTP has around it. */
    private static String version(String etag) {
        return etag.replace("\"", "");
    }
}
