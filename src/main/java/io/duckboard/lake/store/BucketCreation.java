package io.duckboard.lake.store;

import io.duckboard.aws.AwsError;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.store.Creation.State;
import io.duckboard.lake.store.Creation.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** Creates a bucket, or adds the settings that an existing one lacks. Settings that others have made stay. */
final class BucketCreation {

    /** The only region that a request to create a bucket must not name. */
    private static final String FIRST_REGION = "us-east-1";

    private final LakeLocation.Bucket lake;
    private final String region;
    private final S3Client s3;
    private final S3Failures failures;
    private final List<Step> steps = new ArrayList<>();

    private BucketCreation(LakeLocation.Bucket lake, String region, S3Client s3) {
        this.lake = lake;
        this.region = region;
        this.s3 = s3;
        this.failures = new S3Failures(lake, region);
    }

    static Creation of(LakeLocation.Bucket lake, Map<String, String> environment) {
        var named = new S3Environment(environment);
        try (S3Client s3 = S3Clients.open(named)) {
            var creation = new BucketCreation(lake, named.region(), s3);
            return creation.failures.translating(Path.of(""), creation::run);
        }
    }

    private Creation run() {
        if (isThere()) {
            steps.add(new Step(State.THERE, "Bucket " + lake.bucket()));
        } else {
            create();
        }
        tried("Public access", () -> List.of(blockPublicAccess()));
        tried("Encryption", () -> List.of(encrypt()));
        tried("Versioning", () -> List.of(checkVersioning()));
        tried("Expiry of results and of unfinished work", new LifecycleRules(s3, lake)::complete);
        return new Creation(steps);
    }

    private boolean isThere() {
        try {
            s3.headBucket(head -> head.bucket(lake.bucket()));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return false;
            }
            // An answer to HEAD has no error code, so it does not show whether the bucket is somebody else's or rights
            // are missing.
            if (e.statusCode() == 403) {
                throw taken(e);
            }
            throw e;
        }
    }

    private void create() {
        var request = CreateBucketRequest.builder().bucket(lake.bucket());
        if (!region.equals(FIRST_REGION)) {
            request.createBucketConfiguration(place -> place.locationConstraint(region));
        }
        try {
            s3.createBucket(request.build());
            steps.add(new Step(State.MADE, "Bucket " + lake.bucket() + " in " + region));
        } catch (S3Exception e) {
            switch (AwsError.code(e)) {
                case "BucketAlreadyOwnedByYou" -> steps.add(new Step(State.THERE, "Bucket " + lake.bucket()));
                case "BucketAlreadyExists" -> throw taken(e);
                case "InvalidBucketName" ->
                    throw new FailureException(
                            "The store takes no bucket of the name " + lake.bucket() + ".", "Choose another name.", e);
                default -> throw e;
            }
        }
    }

    private FailureException taken(S3Exception cause) {
        return new FailureException(
                "The bucket " + lake.bucket() + " is somebody else's, or these AWS credentials have no right to it.",
                "Choose another name, or other credentials with AWS_PROFILE.",
                cause);
    }

    private Step blockPublicAccess() {
        Optional<PublicAccessBlockConfiguration> now = found(
                "NoSuchPublicAccessBlockConfiguration",
                () -> s3.getPublicAccessBlock(get -> get.bucket(lake.bucket())).publicAccessBlockConfiguration());
        if (now.isEmpty()) {
            s3.putPublicAccessBlock(put -> put.bucket(lake.bucket())
                    .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                            .ignorePublicAcls(true)
                            .blockPublicPolicy(true)
                            .restrictPublicBuckets(true)));
            return new Step(State.MADE, "Closed to the public");
        }
        boolean closed = now.get().blockPublicAcls()
                && now.get().ignorePublicAcls()
                && now.get().blockPublicPolicy()
                && now.get().restrictPublicBuckets();
        return closed
                ? new Step(State.THERE, "Closed to the public")
                : new Step(State.LEFT, "Others have opened it to the public in part");
    }

    private Step encrypt() {
        boolean encrypted = found(
                        "ServerSideEncryptionConfigurationNotFoundError",
                        () -> s3.getBucketEncryption(get -> get.bucket(lake.bucket())))
                .isPresent();
        if (!encrypted) {
            var rule = ServerSideEncryptionRule.builder()
                    .applyServerSideEncryptionByDefault(by -> by.sseAlgorithm(ServerSideEncryption.AES256))
                    .build();
            s3.putBucketEncryption(put ->
                    put.bucket(lake.bucket()).serverSideEncryptionConfiguration(encryption -> encryption.rules(rule)));
        }
        return new Step(encrypted ? State.THERE : State.MADE, "Encrypted by the store");
    }

    /** A new bucket keeps no versions. With versions, replaced files would cost money forever. */
    private Step checkVersioning() {
        boolean kept =
                s3.getBucketVersioning(get -> get.bucket(lake.bucket())).status() == BucketVersioningStatus.ENABLED;
        return kept
                ? new Step(State.LEFT, "Others have it keep versions, so what is removed goes on to cost")
                : new Step(State.THERE, "Keeps no versions");
    }

    /** Returns the setting, or nothing if the store answers with {@code code} that it is not set. */
    private static <T> Optional<T> found(String code, Supplier<T> look) {
        try {
            return Optional.of(look.get());
        } catch (S3Exception e) {
            if (AwsError.code(e).equals(code)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A store that does not support this, or does not permit it, can still hold a lake. */
    private void tried(String what, Supplier<List<Step>> work) {
        try {
            steps.addAll(work.get());
        } catch (S3Exception e) {
            String code = AwsError.code(e);
            if (e.statusCode() == 501 || e.statusCode() == 405 || code.equals("NotImplemented")) {
                steps.add(new Step(State.REFUSED, what + ": the store does not know of it"));
            } else if (e.statusCode() == 403) {
                steps.add(new Step(State.REFUSED, what + ": these AWS credentials have no right to see or set it"));
            } else {
                throw e;
            }
        }
    }
}
