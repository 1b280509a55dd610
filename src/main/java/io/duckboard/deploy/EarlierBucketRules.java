package io.duckboard.deploy;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import io.duckboard.deploy.stack.StackProgress;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.lake.store.LifecycleRules;
import java.util.List;
import java.util.Optional;

/** The lifecycle rules that an earlier version of Duckboard gave a bucket which no stack manages. */
record EarlierBucketRules(Aws aws, StackProgress progress) {

    /** Withdraws the rules. The deployment also works with them, so a refusal is reported but is not a failure. */
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
