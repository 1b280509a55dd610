package io.duckboard.deploy;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.code.Buckets;
import io.duckboard.deploy.stack.StackState;
import io.duckboard.engine.catalog.LakeLocation;
import java.util.Map;
import java.util.Optional;

/**
 * The lake of a deployment.
 *
 * @param made whether the stack creates the bucket; it only uses other people's buckets, and those that an earlier
 *     stack has left
 */
record LakeChoice(LakeLocation.Bucket lake, boolean made) {

    /** Returns the given lake, else the lake of the last deployment, else a bucket of the stack's own. */
    static LakeChoice of(Aws aws, StackNames names, Optional<LakeLocation.Bucket> said, Optional<StackState> deployed) {
        Optional<LakeLocation.Bucket> before = deployed.flatMap(LakeChoice::before);
        LakeLocation.Bucket lake = said.or(() -> before).orElseGet(names::lake);
        boolean sameBucket =
                before.filter(known -> known.bucket().equals(lake.bucket())).isPresent();
        boolean made = sameBucket
                ? deployed.map(stack -> stack.parameters().get("LakeIsNew"))
                        .orElse("")
                        .equals("true")
                : !Buckets.isThere(aws, lake.bucket());
        return new LakeChoice(lake, made);
    }

    Map<String, String> parameters() {
        return Map.of(
                "LakeBucket", lake.bucket(),
                "LakePrefix", lake.prefix().isEmpty() ? "" : lake.prefix() + "/",
                "LakeIsNew", String.valueOf(made));
    }

    static Optional<LakeLocation.Bucket> before(StackState stack) {
        return Optional.ofNullable(stack.parameters().get("LakeBucket"))
                .map(bucket -> new LakeLocation.Bucket(
                        bucket,
                        stack.parameters().getOrDefault("LakePrefix", "").replaceFirst("/$", "")));
    }
}
