package io.duckboard.lake.store;

import io.duckboard.aws.AwsError;
import io.duckboard.engine.catalog.LakeLayout;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.lake.store.Creation.State;
import io.duckboard.lake.store.Creation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Makes a bucket delete query answers, cancel markers, unfinished work and uploads after a day, and withdraws rules
 * that earlier versions set. S3 sets all rules of a bucket at once, so rules of others are set again unchanged.
 */
public final class LifecycleRules {

    private static final int DAYS = 1;

    private final S3Client s3;
    private final LakeLocation.Bucket lake;
    private final Optional<String> owner;

    LifecycleRules(S3Client s3, LakeLocation.Bucket lake) {
        this(s3, lake, Optional.empty());
    }

    /** @param owner the account that must own the bucket, if any */
    public LifecycleRules(S3Client s3, LakeLocation.Bucket lake, Optional<String> owner) {
        this.s3 = s3;
        this.lake = lake;
        this.owner = owner;
    }

    /**
     * Replaces old rules by today's. A bucket without old rules stays as it is.
     *
     * @return where files no longer expire; empty if nothing was changed
     */
    public List<String> renew() {
        GetBucketLifecycleConfigurationResponse now = read();
        var old = new EarlierLifecycleRules(lake);
        if (now.rules().stream().anyMatch(old::has)) {
            write(now, completed(now.rules(), lake));
        }
        return old.places(now.rules());
    }

    /** Adds the rules whose ids the bucket does not have, and withdraws the old ones. */
    List<Step> complete() {
        GetBucketLifecycleConfigurationResponse now = read();
        List<LifecycleRule> completed = completed(now.rules(), lake);
        if (!completed.equals(now.rules())) {
            write(now, completed);
        }
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                now.rules().containsAll(completed) ? State.THERE : State.MADE,
                "Removes results, markers and unfinished work after a day"));
        List<String> withdrawn = new EarlierLifecycleRules(lake).places(now.rules());
        if (!withdrawn.isEmpty()) {
            steps.add(new Step(
                    State.WITHDRAWN,
                    "Expiry of what lies in " + String.join(" and ", withdrawn) + ", where others keep files too"));
        }
        return steps;
    }

    /** Returns the existing rules except the old ones, then those of {@code lake} whose ids are not among them. */
    static List<LifecycleRule> completed(List<LifecycleRule> rules, LakeLocation.Bucket lake) {
        var old = new EarlierLifecycleRules(lake);
        List<LifecycleRule> kept = rules.stream().filter(rule -> !old.has(rule)).toList();
        List<String> known = kept.stream().map(LifecycleRule::id).toList();
        return Stream.concat(
                        kept.stream(),
                        own(lake).filter(rule -> !known.contains(rule.id())).map(rule -> inFormOf(kept, rule)))
                .toList();
    }

    /**
     * S3 refuses a mix of rules with the prefix in a filter and rules with it beside the filter, as in a stack's
     * template.
     */
    @SuppressWarnings("deprecation")
    private static LifecycleRule inFormOf(List<LifecycleRule> others, LifecycleRule rule) {
        return others.stream().allMatch(other -> other.prefix() == null)
                ? rule
                : rule.toBuilder()
                        .filter((LifecycleRuleFilter) null)
                        .prefix(rule.filter().prefix())
                        .build();
    }

    private void write(GetBucketLifecycleConfigurationResponse now, List<LifecycleRule> rules) {
        s3.putBucketLifecycleConfiguration(put -> put.bucket(lake.bucket())
                .expectedBucketOwner(owner.orElse(null))
                .transitionDefaultMinimumObjectSize(now.transitionDefaultMinimumObjectSize())
                .lifecycleConfiguration(all -> all.rules(rules)));
    }

    private GetBucketLifecycleConfigurationResponse read() {
        try {
            return s3.getBucketLifecycleConfiguration(
                    get -> get.bucket(lake.bucket()).expectedBucketOwner(owner.orElse(null)));
        } catch (S3Exception e) {
            if (AwsError.code(e).equals("NoSuchLifecycleConfiguration")) {
                return GetBucketLifecycleConfigurationResponse.builder().build();
            }
            throw e;
        }
    }

    /** Each lake of a bucket has its own rules. */
    private static Stream<LifecycleRule> own(LakeLocation.Bucket lake) {
        String prefix = lake.prefix().isEmpty() ? "" : lake.prefix() + "/";
        String of = lake.prefix().isEmpty() ? "" : " " + lake.prefix();
        return Stream.of(
                expiry("duckboard private results" + of, prefix + LakeLayout.RESULTS + "/"),
                expiry("duckboard private control" + of, prefix + LakeLayout.CONTROL + "/"),
                expiry("duckboard private staging" + of, prefix + LakeLayout.STAGING + "/"),
                LifecycleRule.builder()
                        .id("duckboard private uploads" + of)
                        .status(ExpirationStatus.ENABLED)
                        .filter(filter -> filter.prefix(prefix + LakeLayout.PRIVATE + "/"))
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
