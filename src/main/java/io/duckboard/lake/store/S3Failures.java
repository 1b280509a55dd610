package io.duckboard.lake.store;

import io.duckboard.aws.AskedStore;
import io.duckboard.aws.AwsError;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Turns the errors of a store that speaks S3 into sentences. */
final class S3Failures {

    private static final Set<String> FULL = Set.of("XMinioStorageFull", "InsufficientStorage", "QuotaExceeded");
    private static final int INSUFFICIENT_STORAGE = 507;

    private final LakeLocation.Bucket lake;
    private final String region;

    S3Failures(LakeLocation.Bucket lake, String region) {
        this.lake = lake;
        this.region = region;
    }

    /** Runs the work, and turns an error into a failure that says what went wrong. */
    <T> T translating(Path scratch, Callable<T> work) {
        try {
            return work.call();
        } catch (SdkException e) {
            throw of(e);
        } catch (IOException e) {
            throw FolderFailures.of(scratch, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    FailureException of(SdkException failure) {
        return failure instanceof S3Exception answer && isFull(answer)
                ? StoreFailures.full(lake.toString(), failure)
                : new FailureException(new AskedStore(lake, region).failure(failure), failure);
    }

    private static boolean isFull(S3Exception answer) {
        return FULL.contains(AwsError.code(answer)) || answer.statusCode() == INSUFFICIENT_STORAGE;
    }
}
