package io.duckboard.lake.store;

import io.duckboard.engine.protocol.LakeLayout;
import io.duckboard.engine.protocol.LakeLocation;
import io.duckboard.lake.store.Creation.State;
import io.duckboard.lake.store.Creation.Step;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Has a bucket remove other people's answers, cancel markers and unfinished uploads after a day. All rules of a bucket
 * are set at once, so those of others are set again as they are.
 */
final class LifecycleRules {

    private static final int DAYS = 1;

    private final S3Client s3;
    private final LakeLocation.Bucket lake;

    LifecycleRules(S3Client s3, LakeLocation.Bucket lake) {
        this.s3 = s3;
        this.lake = lake;
    }

    /** Adds the rules whose id the bucket does not know. */
    Step complete() {
        String what = "Removes results, markers and unfinished uploads after a day";
        GetBucketLifecycleConfigurationResponse now = read();
        List<LifecycleRule> completed = completed(now.rules(), lake);
        if (completed.equals(now.rules())) {
            return new Step(State.THERE, what);
        }
        s3.putBucketLifecycleConfiguration(put -> put.bucket(lake.bucket())
                .transitionDefaultMinimumObjectSize(now.transitionDefaultMinimumObjectSize())
                .lifecycleConfiguration(all -> all.rules(completed)));
        return new Step(State.MADE, what);
    }

    /** The rules there are, then those of {@code lake} whose ids are not among them. */
    static List<LifecycleRule> completed(List<LifecycleRule> rules, LakeLocation.Bucket lake) {
        List<String> known = rules.stream().map(LifecycleRule::id).toList();
        return Stream.concat(rules.stream(), own(lake).filter(rule -> !known.contains(rule.id())))
                .toList();
    }

    private GetBucketLifecycleConfigurationResponse read() {
        try {
            return s3.getBucketLifecycleConfiguration(get -> get.bucket(lake.bucket()));
        } catch (S3Exception e) {
            if (S3Failures.code(e).equals("NoSuchLifecycleConfiguration")) {
                return GetBucketLifecycleConfigurationResponse.builder().build();
            }
            throw e;
        }
    }

    /** Lakes of one bucket have rules of their own. */
    private static Stream<LifecycleRule> own(LakeLocation.Bucket lake) {
        String prefix = lake.prefix().isEmpty() ? "" : lake.prefix() + "/";
        String of = lake.prefix().isEmpty() ? "" : " " + lake.prefix();
        return Stream.of(
                expiry("duckboard private results" + of, prefix + LakeLayout.RESULTS + "/"),
                expiry("duckboard private control" + of, prefix + LakeLayout.CONTROL + "/"),
                expiry("duckboard private staging" + of, prefix + LakeLayout.STAGING + "/"),
                LifecycleRule.builder()
                        .id("duckboard uploads" + of)
                        .status(ExpirationStatus.ENABLED)
                        .filter(filter -> filter.prefix(prefix))
                        .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(DAYS))
                        .build());
    }

    private static LifecycleRule expiry(String id, String prefix) {
        return LifecycleRule.builder()
                .id(id)
                .status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix(prefix))
                .expiration(expire -> expire.days(DAYS))
                .build();
    }
}
