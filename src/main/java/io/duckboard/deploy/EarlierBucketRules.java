package io.duckboard.deploy;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import io.duckboard.deploy.stack.StackProgress;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.store.LifecycleRules;
import java.util.List;
import java.util.Optional;

/** The rules that an earlier Duckboard gave a bucket whose lifecycle is no stack's. */
record EarlierBucketRules(Aws aws, StackProgress progress) {

    /** What is deployed works with them too, so that a refusal is told and fails nothing. */
    void withdraw(LakeLocation.Bucket lake) {
        try {
            List<String> places = AwsFailures.translating(
                    aws.region(), new LifecycleRules(aws.s3(), lake, Optional.of(aws.account()))::renew);
            if (!places.isEmpty()) {
                progress.note("The bucket " + lake.bucket() + " no longer expires what lies in "
                        + String.join(" and ", places) + ", where others keep files too.");
            }
        } catch (FailureException e) {
            progress.note("Whether the bucket " + lake.bucket()
                    + " expires what others keep in results/ and control/ was" + " not seen to: " + e.getMessage()
                    + " duckboard lake create --lake " + lake + " does it too.");
        }
    }
}
