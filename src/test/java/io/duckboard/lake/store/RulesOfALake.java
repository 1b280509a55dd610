package io.duckboard.lake.store;

import io.duckboard.engine.catalog.LakeLocation;
import java.util.List;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/** The lifecycle rules that {@code lake create} gives a bucket, for tests of other ways to make buckets. */
public final class RulesOfALake {

    private RulesOfALake() {}

    public static List<LifecycleRule> in(LakeLocation.Bucket lake) {
        return LifecycleRules.completed(List.of(), lake);
    }
}
