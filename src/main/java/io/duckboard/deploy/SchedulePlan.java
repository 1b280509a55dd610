package io.duckboard.deploy;

import io.duckboard.engine.catalog.LakeLocation;

/** What the schedule has the transform do. */
@FunctionalInterface
public interface SchedulePlan {

    /** @return a compiled plan over this lake, as the function takes it: {@code {"run": …}} */
    String over(LakeLocation lake);
}
