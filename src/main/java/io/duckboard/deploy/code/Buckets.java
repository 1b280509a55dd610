package io.duckboard.deploy.code;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import io.duckboard.engine.failure.FailureException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Buckets in the account that a deployment uses. */
public final class Buckets {

    private Buckets() {}

    /**
     * Returns whether this account has a bucket of that name in the region.
     *
     * @throws FailureException if the bucket belongs to somebody else or is in another region
     */
    public static boolean isThere(Aws aws, String name) {
        return AwsFailures.translating(aws.region(), () -> {
            try {
                aws.s3().headBucket(head -> head.bucket(name).expectedBucketOwner(aws.account()));
                return true;
            } catch (S3Exception e) {
                Optional<String> region = Optional.ofNullable(e.awsErrorDetails())
                        .flatMap(details -> Optional.ofNullable(details.sdkHttpResponse()))
                        .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"))
                        .filter(home -> !home.equals(aws.region()));
                if (e.statusCode() != 404 && e.statusCode() != 403 && region.isPresent()) {
                    throw new FailureException(
                            "The bucket " + name + " lies in region " + region.get() + ", and " + aws.region()
                                    + " was asked.",
                            "Deploy to where the bucket is, with AWS_REGION=" + region.get() + ", or name another.",
                            e);
                }
                return switch (e.statusCode()) {
                    case 404 -> false;
                    // The answer to HEAD has no error code, so somebody else's bucket cannot be told from missing
                    // rights.
                    case 400, 403 ->
                        throw new FailureException(
                                "The bucket " + name
                                        + " is somebody else's, or these AWS credentials have no right to it.",
                                "Choose another name, or other credentials with AWS_PROFILE.",
                                e);
                    default -> throw e;
                };
            }
        });
    }

    /** Returns whether a bucket has a tag. Only the bucket's owner can have set it. */
    public static boolean isTagged(Aws aws, String name, String key, String value) {
        return AwsFailures.translating(aws.region(), () -> {
            try {
                return aws
                        .s3()
                        .getBucketTagging(get -> get.bucket(name).expectedBucketOwner(aws.account()))
                        .tagSet()
                        .stream()
                        .anyMatch(tag -> tag.key().equals(key) && tag.value().equals(value));
            } catch (S3Exception e) {
                if (e.statusCode() == 404) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** Deletes a bucket and every version of everything in it. It may be called again. */
    public static void remove(Aws aws, String name) {
        if (!isThere(aws, name)) {
            return;
        }
        AwsFailures.translating(aws.region(), () -> {
            for (var page : aws.s3()
                    .listObjectVersionsPaginator(list -> list.bucket(name).expectedBucketOwner(aws.account()))) {
                delete(
                        aws,
                        name,
                        Stream.concat(
                                        page.versions().stream()
                                                .map(version -> identifier(version.key(), version.versionId())),
                                        page.deleteMarkers().stream()
                                                .map(marker -> identifier(marker.key(), marker.versionId())))
                                .toList());
            }
            return aws.s3().deleteBucket(delete -> delete.bucket(name).expectedBucketOwner(aws.account()));
        });
    }

    private static void delete(Aws aws, String name, List<ObjectIdentifier> objects) {
        if (objects.isEmpty()) {
            return;
        }
        var refused = aws.s3()
                .deleteObjects(delete -> delete.bucket(name)
                        .expectedBucketOwner(aws.account())
                        .delete(all -> all.objects(objects).quiet(true)))
                .errors();
        if (!refused.isEmpty()) {
            throw new FailureException(
                    "Not everything in the bucket " + name + " could be deleted: "
                            + refused.getFirst().key() + " ("
                            + refused.getFirst().code() + ").",
                    "Mend that (it takes s3:DeleteObjectVersion too) and run the same command again.");
        }
    }

    private static ObjectIdentifier identifier(String key, String version) {
        return ObjectIdentifier.builder().key(key).versionId(version).build();
    }
}
