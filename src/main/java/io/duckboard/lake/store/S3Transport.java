package io.duckboard.lake.store;

import io.duckboard.aws.AwsError;
import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.catalog.journal.HeldFolder;
import io.duckboard.engine.catalog.journal.LakeFiles;
import io.duckboard.engine.catalog.journal.Ownership;
import io.duckboard.engine.catalog.journal.Parallel;
import io.duckboard.engine.catalog.store.CatalogStore;
import io.duckboard.engine.catalog.store.ObjectContent;
import io.duckboard.engine.catalog.store.ObjectReplacement;
import io.duckboard.engine.discovery.Listing;
import io.duckboard.lake.store.LakeStore.Upload;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A lake on S3 or on a store that speaks its protocol. An object appears only when it is complete. */
final class S3Transport implements StoreTransport {

    /** A load that is alive may take hours for one file. */
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    /** The error of S3 about one object; an expired login has another. */
    private static final String DENIED = "AccessDenied";

    private final LakeLocation.Bucket lake;
    private final String prefix;
    private final Path home;
    private final Clock clock;
    private final S3Client s3;
    private final S3Uploads uploads;
    private final S3Failures failures;
    private final S3StoredFiles files;
    private final CatalogStore catalogs;

    private S3Transport(LakeLocation.Bucket lake, Path home, S3Client s3, S3Failures failures, Clock clock) {
        this.lake = lake;
        this.prefix = lake.prefix().isEmpty() ? "" : lake.prefix() + "/";
        this.home = home;
        this.clock = clock;
        this.s3 = s3;
        this.uploads = new S3Uploads(s3, lake.bucket());
        this.failures = failures;
        this.files = new S3StoredFiles(s3, lake.bucket(), prefix);
        this.catalogs = CatalogStore.on(files, clock);
    }

    static S3Transport open(LakeLocation.Bucket lake, Path home, Map<String, String> environment, Clock clock) {
        var s3 = new S3Environment(environment);
        return new S3Transport(lake, home, S3Clients.open(s3), new S3Failures(lake, s3.region()), clock);
    }

    @Override
    public CatalogStore catalogs() {
        return catalogs;
    }

    @Override
    public LakeFiles files() {
        return files;
    }

    @Override
    public List<Catalog.File> listOlderThan(Instant time, String path, LongConsumer progress) throws IOException {
        String below = path.isEmpty() ? prefix : prefix + path + "/";
        return new S3Listing(s3, lake.bucket(), below, S3Listing.PAGE, progress)
                .objects().stream()
                        .filter(object -> object.lastModified().isBefore(time))
                        .filter(object -> Layout.isData(object.key().substring(prefix.length())))
                        .map(this::file)
                        .sorted(Comparator.comparing(Catalog.File::path))
                        .toList();
    }

    @Override
    public Listing listing(LongConsumer progress) throws IOException {
        var listing = new Listing.Builder();
        for (S3Object object : new S3Listing(s3, lake.bucket(), prefix, S3Listing.PAGE, progress).objects()) {
            if (!object.key().endsWith("/")) {
                listing.addFromAnywhere(
                        object.key().substring(prefix.length()), object.size(), S3StoredFiles.version(object.eTag()));
            }
        }
        return listing.build();
    }

    @Override
    public HeldFolder hold() throws IOException {
        return HeldFolder.in(home, clock);
    }

    /** Files are uploaded from where they are. */
    @Override
    public List<Upload> staged(Collection<Upload> uploads, Supplier<Path> staging) {
        return List.copyOf(uploads);
    }

    @Override
    public List<Catalog.File> put(List<Upload> uploads, LongConsumer progress) throws IOException {
        var put = new LinkedHashMap<String, Catalog.File>();
        var small = new ArrayList<Callable<Catalog.File>>();
        for (Upload upload : uploads) {
            if (!S3Uploads.isLarge(Files.size(upload.file()))) {
                small.add(() -> file(upload, this.uploads.whole(upload.file(), key(upload.path()), progress)));
            }
        }
        Parallel.requests(small).forEach(file -> put.put(file.path(), file));
        for (Upload upload : uploads) {
            if (!put.containsKey(upload.path())) {
                put.put(upload.path(), file(upload, this.uploads.inParts(upload.file(), key(upload.path()), progress)));
            }
        }
        return uploads.stream().map(upload -> put.get(upload.path())).toList();
    }

    @Override
    public boolean replace(Upload upload, UUID run) throws IOException {
        return new ObjectReplacement(files, catalogs.journal())
                .put(ObjectContent.of(upload.file()), upload.path(), run);
    }

    @Override
    public byte[] tail(String path, int bytes) {
        return s3.getObjectAsBytes(
                        get -> get.bucket(lake.bucket()).key(key(path)).range("bytes=-" + bytes))
                .asByteArray();
    }

    @Override
    public byte[] end(String path, int bytes) throws AccessDeniedException, NoSuchFileException {
        try {
            return tail(path, bytes);
        } catch (NoSuchKeyException e) {
            throw (NoSuchFileException) new NoSuchFileException(path).initCause(e);
        } catch (S3Exception e) {
            if (AwsError.code(e).equals(DENIED)) {
                throw (AccessDeniedException) new AccessDeniedException(path).initCause(e);
            }
            throw failures.of(e);
        } catch (SdkException e) {
            throw failures.of(e);
        }
    }

    @Override
    public Optional<Path> local(String path) {
        return Optional.empty();
    }

    @Override
    public void removeLeftovers(Ownership own, Instant before) throws IOException {
        HeldFolder.removeAbandoned(home);
        uploads.abort(prefix, own::isRecorded, before.minus(LONGEST_UPLOAD));
    }

    @Override
    public <T> T translating(Callable<T> work) {
        return failures.translating(home, work);
    }

    @Override
    public void close() {
        s3.close();
    }

    private String key(String path) {
        return prefix + path;
    }

    private static Catalog.File file(Upload upload, String etag) throws IOException {
        return new Catalog.File(upload.path(), Files.size(upload.file()), S3StoredFiles.version(etag));
    }

    private Catalog.File file(S3Object object) {
        return new Catalog.File(
                object.key().substring(prefix.length()), object.size(), S3StoredFiles.version(object.eTag()));
    }
}
