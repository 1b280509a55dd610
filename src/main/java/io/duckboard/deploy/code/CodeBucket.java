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
 * A bucket of the account's own for what Lambda and CloudFormation read at a deployment. Each request names the account,
 * so that a bucket of the name that somebody else has made is never taken for it.
 */
public final class CodeBucket {

    /** The one region that is not named when a bucket is made in it. */
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

    /** Whether there is one, and it is this account's. */
    public boolean isThere() {
        return Buckets.isThere(aws, name);
    }

    /** Makes it, private and encrypted. One that is there stays as it is: an organisation may have set it otherwise. */
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

    /** An object appears when all of it is there, so an upload that breaks off leaves nothing. */
    public void put(String key, RequestBody content) {
        AwsFailures.translating(
                aws.region(),
                () -> aws.s3().putObject(put -> put.bucket(name).key(key).expectedBucketOwner(aws.account()), content));
    }

    /**
     * Puts a template there that is too large for a request.
     *
     * @return its address
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

    /** Takes it away, with all that is in it. Again is fine. */
    public void remove() {
        Buckets.remove(aws, name);
    }

    /** Two deployments at once have two templates. */
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
