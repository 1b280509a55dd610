package io.duckboard.deploy;

import io.duckboard.deploy.stack.StackState;
import io.duckboard.engine.catalog.LakeLocation;
import java.util.Optional;

/**
 * What there is to take away.
 *
 * @param code whether the bucket of the engine's code is there
 */
public record DeployedResources(Optional<StackState> stack, boolean code, Lake lake) {

    /** The lake's bucket. */
    public sealed interface Lake {}

    /** There is none, or none that is known of. */
    public record NoLake() implements Lake {}

    /** The stack, or an earlier one of its name, has made it. */
    public record OwnLake(LakeLocation.Bucket location) implements Lake {}

    /** Somebody else has made it, or nobody has asked who. */
    public record OthersLake(LakeLocation.Bucket location) implements Lake {}

    /** Whether there is anything but a lake. */
    public boolean isDeployed() {
        return stack.isPresent() || code;
    }
}
