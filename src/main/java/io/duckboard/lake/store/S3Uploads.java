package io.duckboard.lake.store;

import io.duckboard.aws.AwsError;
import io.duckboard.engine.catalog.journal.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Uploads a file as a new object: a small file in one request, a large one in parallel parts. The SDK adds a CRC32 to
 * each request. An existing object stays as it is.
 */
final class S3Uploads {

    /** A line of 100 MB/s takes a third of a second for a part; S3 requires parts of at least 5 MiB. */
    private static final long PART = 32L << 20;

    /** S3's limit for the parts of an object. */
    private static final long MOST_PARTS = 10_000;

    /** Statuses that mean that these keys may not do this, or that the store does not support it. */
    private static final Set<Integer> NOT_TOLD = Set.of(403, 405, 501);

    /** Metadata by which an upload recognizes its own object if the answer to a first attempt was lost. */
    private static final String MARK = "upload";

    private final S3Client s3;
    private final String bucket;

    S3Uploads(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    static boolean isLarge(long bytes) {
        return bytes > PART;
    }

    /** @return the object's ETag */
    String whole(Path file, String key, LongConsumer progress) throws IOException {
        String mark = UUID.randomUUID().toString();
        String etag = unlessTaken(
                key,
                mark,
                () -> s3.putObject(
                                put -> put.bucket(bucket)
                                        .key(key)
                                        .metadata(Map.of(MARK, mark))
                                        .ifNoneMatch("*"),
                                file)
                        .eTag());
        progress.accept(Files.size(file));
        return etag;
    }

    /** @return the object's ETag */
    String inParts(Path file, String key, LongConsumer progress) throws IOException {
        long bytes = Files.size(file);
        long size = Math.max(PART, bytes / MOST_PARTS + 1);
        String mark = UUID.randomUUID().toString();
        String upload = s3.createMultipartUpload(create -> create.bucket(bucket)
                        .key(key)
                        .metadata(Map.of(MARK, mark))
                        .checksumAlgorithm(ChecksumAlgorithm.CRC32))
                .uploadId();
        try {
            var parts = new ArrayList<Callable<CompletedPart>>();
            LongStream.range(0, (bytes + size - 1) / size)
                    .forEach(index -> parts.add(() -> {
                        long length = Math.min(size, bytes - index * size);
                        CompletedPart part =
                                part(new FileSlice(file, index * size, length), key, upload, (int) index + 1);
                        progress.accept(length);
                        return part;
                    }));
            List<CompletedPart> done = Parallel.run(parts);
            return unlessTaken(
                    key,
                    mark,
                    () -> s3.completeMultipartUpload(complete -> complete.bucket(bucket)
                                    .key(key)
                                    .uploadId(upload)
                                    .ifNoneMatch("*")
                                    .multipartUpload(all -> all.parts(done)))
                            .eTag());
        } catch (IOException | RuntimeException e) {
            s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload));
            throw e;
        }
    }

    /**
     * Aborts uploads that began before an instant and were broken off by a kill. If the store does not list uploads, or
     * not for these keys, they stay.
     *
     * @param own whether an upload below {@code prefix} is Duckboard's
     */
    void abort(String prefix, Predicate<String> own, Instant before) {
        try {
            s3.listMultipartUploadsPaginator(list -> list.bucket(bucket).prefix(prefix)).uploads().stream()
                    .filter(upload -> upload.initiated().isBefore(before))
                    .filter(upload -> own.test(upload.key().substring(prefix.length())))
                    .forEach(upload -> s3.abortMultipartUpload(
                            abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
        } catch (S3Exception e) {
            if (!NOT_TOLD.contains(e.statusCode())) {
                throw e;
            }
        }
    }

    /** S3 answers 412, or 409 while somebody else writes the object. */
    private String unlessTaken(String key, String mark, Supplier<String> put) {
        try {
            return put.get();
        } catch (S3Exception e) {
            if (e.statusCode() != 412 && !AwsError.code(e).equals("ConditionalRequestConflict")) {
                throw e;
            }
            HeadObjectResponse there = s3.headObject(head -> head.bucket(bucket).key(key));
            if (!mark.equals(there.metadata().get(MARK))) {
                throw StoreFailures.putMeanwhile(key);
            }
            return there.eTag();
        }
    }

    private CompletedPart part(FileSlice slice, String key, String upload, int number) {
        var answer = s3.uploadPart(
                part -> part.bucket(bucket)
                        .key(key)
                        .uploadId(upload)
                        .partNumber(number)
                        .checksumAlgorithm(ChecksumAlgorithm.CRC32),
                RequestBody.fromContentProvider(slice, slice.length(), "application/octet-stream"));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(answer.eTag())
                .checksumCRC32(answer.checksumCRC32())
                .build();
    }
}
