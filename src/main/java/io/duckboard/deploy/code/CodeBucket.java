package io.duckboard.deploy.code;

import io.duckboard.aws.AwsError;
import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import io.duckboard.engine.catalog.journal.Sha256;
import io.duckboard.engine.failure.FailureException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/**
 * The account's own bucket for the files that Lambda and CloudFormation read at a deployment. Each request names the
 * account, so that a bucket of the same name that somebody else created is never used.
 */
public final class CodeBucket {

    /** The only region that is not named when a bucket is created in it. */
    private static final String FIRST_REGION = "us-east-1";

    private final Aws aws;
    private final String name;

    public CodeBucket(Aws aws, String name) {
        this.aws = aws;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Returns whether the bucket exists and belongs to this account. */
    public boolean isThere() {
        return Buckets.isThere(aws, name);
    }

    /**
     * Creates the bucket, private and encrypted. An existing bucket stays as it is, since an organisation may have
     * configured it differently.
     */
    public void make() {
        if (!isThere()) {
            AwsFailures.translating(aws.region(), () -> {
                create();
                return name;
            });
        }
    }

    public boolean has(String key) {
        return AwsFailures.translating(aws.region(), () -> {
            try {
                aws.s3().headObject(head -> head.bucket(name).key(key).expectedBucketOwner(aws.account()));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == 404) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** Uploads an object. It only appears when it is complete, so an upload that breaks off leaves nothing. */
    public void put(String key, RequestBody content) {
        AwsFailures.translating(
                aws.region(),
                () -> aws.s3().putObject(put -> put.bucket(name).key(key).expectedBucketOwner(aws.account()), content));
    }

    /**
     * Uploads a template that is too large for a request.
     *
     * @return the template's address
     */
    public String putTemplate(String json) {
        String key = templateKey(json);
        put(key, RequestBody.fromString(json));
        return aws.s3().utilities().getUrl(of -> of.bucket(name).key(key)).toString();
    }

    public void removeTemplate(String json) {
        AwsFailures.translating(
                aws.region(),
                () -> aws.s3()
                        .deleteObject(delete ->
                                delete.bucket(name).key(templateKey(json)).expectedBucketOwner(aws.account())));
    }

    /** Deletes the bucket and everything in it. It may be called again. */
    public void remove() {
        Buckets.remove(aws, name);
    }

    /** The key depends on the content, since two deployments at the same time have two templates. */
    private static String templateKey(String json) {
        return "template/" + Sha256.of(json) + ".json";
    }

    private void create() {
        var request = CreateBucketRequest.builder().bucket(name);
        if (!aws.region().equals(FIRST_REGION)) {
            request.createBucketConfiguration(place -> place.locationConstraint(aws.region()));
        }
        try {
            aws.s3().createBucket(request.build());
        } catch (S3Exception e) {
            if (AwsError.code(e).equals("BucketAlreadyExists")) {
                throw new FailureException(
                        "The bucket " + name + " for the engine's code is somebody else's.",
                        "Choose another name for the stack with --stack.",
                        e);
            }
            if (!AwsError.code(e).equals("BucketAlreadyOwnedByYou")) {
                throw e;
            }
        }
        aws.s3()
                .putPublicAccessBlock(put -> put.bucket(name)
                        .expectedBucketOwner(aws.account())
                        .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                                .blockPublicPolicy(true)
                                .ignorePublicAcls(true)
                                .restrictPublicBuckets(true)));
        aws.s3()
                .putBucketEncryption(put -> put.bucket(name)
                        .expectedBucketOwner(aws.account())
                        .serverSideEncryptionConfiguration(
                                encryption -> encryption.rules(ServerSideEncryptionRule.builder()
                                        .applyServerSideEncryptionByDefault(
                                                by -> by.sseAlgorithm(ServerSideEncryption.AES256))
                                        .build())));
    }
}
