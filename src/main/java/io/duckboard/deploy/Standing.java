package io.duckboard.deploy;

import io.duckboard.deploy.stack.StackState;
import io.duckboard.engine.protocol.LakeLocation;
import java.util.Optional;

/**
 * What there is to take away.
 *
 * @param code whether the bucket of the engine's code is there
 * @param lake the lake's bucket, if it is there
 * @param lakeIsOurs whether a stack of this name has made that bucket
 */
public record Standing(
        Optional<StackState> stack, boolean code, Optional<LakeLocation.Bucket> lake, boolean lakeIsOurs) {

    /** Whether there is anything but a lake. */
    public boolean isDeployed() {
        return stack.isPresent() || code;
    }
}
