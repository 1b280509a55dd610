package io.duckboard.deploy;

import io.duckboard.engine.catalog.LakeLocation;

/** Provides the plan that the transform runs on its schedule. */
@FunctionalInterface
public interface SchedulePlan {

    /** @return a compiled plan over this lake, in the form that the function takes: {@code {"run": …}} */
    String over(LakeLocation lake);
}
