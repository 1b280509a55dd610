package io.duckboard.lake.store;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.CatalogJson;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.CatalogRecords;
import io.duckboard.engine.catalog.journal.HeldFolder;
import io.duckboard.engine.catalog.journal.Journal;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.Parallel;
import io.duckboard.engine.catalog.journal.StoredRecord;
import io.duckboard.engine.catalog.journal.UnrecordedFiles;
import io.duckboard.engine.catalog.journal.Written;
import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A lake on S3 or a store that speaks its protocol: an object appears when it is whole. */
final class S3Store implements LakeStore {

    /** A load that lives may be at one file for hours. */
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private final LakeLocation.Bucket lake;
    private final String prefix;
    private final Path home;
    private final Clock clock;
    private final S3Client s3;
    private final S3Uploads uploads;
    private final S3Failures failures;
    private final S3StoredFiles files;
    private final Journal journal;
    private @Nullable HeldFolder workspace;

    private S3Store(LakeLocation.Bucket lake, Path home, S3Client s3, S3Failures failures, Clock clock) {
        this.lake = lake;
        this.prefix = lake.prefix().isEmpty() ? "" : lake.prefix() + "/";
        this.home = home;
        this.clock = clock;
        this.s3 = s3;
        this.uploads = new S3Uploads(s3, lake.bucket());
        this.failures = failures;
        this.files = new S3StoredFiles(s3, lake.bucket(), prefix);
        this.journal = new Journal(files, clock);
    }

    static S3Store open(LakeLocation.Bucket lake, Path home, Map<String, String> environment, Clock clock) {
        var s3 = new S3Environment(environment);
        return new S3Store(lake, home, S3Clients.open(s3), new S3Failures(lake, s3.region()), clock);
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
        return translating(() ->
                s3.listObjectsV2Paginator(list -> list.bucket(lake.bucket()).prefix(below)).contents().stream()
                        .filter(object -> object.lastModified().isBefore(time))
                        .filter(object -> Layout.isData(object.key().substring(prefix.length())))
                        .map(this::file)
                        .sorted(Comparator.comparing(Catalog.File::path))
                        .toList());
    }

    @Override
    public Path workspace() {
        return translating(() -> {
            if (workspace == null) {
                workspace = HeldFolder.in(home, clock);
            }
            return workspace.folder();
        });
    }

    @Override
    public List<Catalog.File> put(Collection<Upload> uploads, UUID run, LongConsumer progress) {
        return translating(() -> {
            StoredRecord record = journal.begin(run, Uploads.entries(uploads));
            List<Catalog.File> put = uploaded(uploads, progress);
            journal.written(record, Uploads.written(put));
            return put;
        });
    }

    private List<Catalog.File> uploaded(Collection<Upload> uploads, LongConsumer progress) throws IOException {
        LongConsumer told = bytes -> {
            synchronized (progress) {
                progress.accept(bytes);
            }
        };
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
    }

    @Override
    public boolean replace(Upload upload, UUID run) {
        return translating(() -> {
            Ownership own = Ownership.of(files, journal);
            Optional<Written> there = files.find(upload.path());
            if (there.isPresent() && !own.isOwn(upload.path())) {
                return false;
            }
            StoredRecord record = journal.begin(run, Uploads.entries(List.of(upload)));
            Optional<String> etag = put(upload, there.map(Written::version));
            if (etag.isEmpty()) {
                files.remove(record.path());
                return false;
            }
            journal.written(record, Uploads.written(List.of(file(upload, etag.get()))));
            // Of what was there before.
            own.forget(Set.of(upload.path()));
            return true;
        });
    }

    /** The ETag of what is put over what has this version; empty if that is not there any more. */
    private Optional<String> put(Upload upload, Optional<String> version) {
        var put = PutObjectRequest.builder().bucket(lake.bucket()).key(key(upload.path()));
        version.ifPresentOrElse(put::ifMatch, () -> put.ifNoneMatch("*"));
        try {
            return Optional.of(s3.putObject(put.build(), upload.file()).eTag());
        } catch (S3Exception e) {
            if (isConflict(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public byte[] tail(String path, int bytes) {
        return translating(() -> s3.getObjectAsBytes(
                        get -> get.bucket(lake.bucket()).key(key(path)).range("bytes=-" + bytes))
                .asByteArray());
    }

    @Override
    public void publish(Catalog catalog, Optional<Published> expected) {
        byte[] json = CatalogJson.write(catalog);
        translating(() -> {
            if (expected.isPresent()) {
                new CatalogRecords(expected.get().catalog()).takeInto(journal, files);
            }
            return expected;
        });
        try {
            translating(() -> s3.putObject(conditional(expected), RequestBody.fromBytes(json)));
        } catch (FailureException e) {
            // A try whose answer was lost may have been the one that published.
            if (!isConflict(e)
                    || read().filter(now -> Arrays.equals(now.asByteArray(), json))
                            .isEmpty()) {
                throw isConflict(e) ? StoreFailures.publishedMeanwhile(lake.toString()) : e;
            }
        }
    }

    @Override
    public Ownership ownership(Optional<Published> known) {
        return translating(() -> Ownership.of(files, journal, known.map(Published::catalog)));
    }

    @Override
    public boolean isOwn(Ownership own, Catalog.File file) {
        return translating(() -> own.isOwn(file.path(), Uploads.written(file)));
    }

    @Override
    public List<String> sweep(Ownership own, Collection<String> paths, Catalog catalog, Instant before) {
        return translating(() -> {
            HeldFolder.removeAbandoned(home);
            uploads.abort(prefix, own::isRecorded, before.minus(LONGEST_UPLOAD));
            return own.sweep("", paths, catalog, before);
        });
    }

    @Override
    public List<String> listUnrecorded() {
        return translating(() -> new UnrecordedFiles(files).paths());
    }

    @Override
    public List<String> listBefore() {
        return translating(() -> {
            var found = new ArrayList<String>();
            for (String folder : LakeLayout.BEFORE) {
                found.addAll(files.below(folder));
            }
            return found;
        });
    }

    @Override
    public void close() {
        s3.close();
        translating(() -> {
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
    private static boolean isConflict(FailureException failure) {
        return failure.getCause() instanceof S3Exception s3 && isConflict(s3);
    }

    private static boolean isConflict(S3Exception refusal) {
        String code = S3Failures.code(refusal);
        return refusal.statusCode() == 412 || code.equals("ConditionalRequestConflict") || code.equals("NoSuchKey");
    }

    private Optional<ResponseBytes<GetObjectResponse>> read() {
        return translating(() -> {
            try {
                return Optional.of(
                        s3.getObjectAsBytes(get -> get.bucket(lake.bucket()).key(key(Catalog.FILE))));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    private <T> T translating(Callable<T> work) {
        return failures.translating(home, work);
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
