package io.duckboard.deploy;

import io.duckboard.deploy.stack.StackState;
import io.duckboard.engine.catalog.LakeLocation;
import java.util.Optional;

/**
 * The resources that a destruction would delete.
 *
 * @param code whether the bucket of the engine's code exists
 */
public record DeployedResources(Optional<StackState> stack, boolean code, Lake lake) {

    /** The lake's bucket. */
    public sealed interface Lake {}

    /** There is no such bucket, or none is known. */
    public record NoLake() implements Lake {}

    /** The bucket was created by the stack, or by an earlier stack of the same name. */
    public record OwnLake(LakeLocation.Bucket location) implements Lake {}

    /** The bucket was created by somebody else, or nobody has checked who created it. */
    public record OthersLake(LakeLocation.Bucket location) implements Lake {}

    /** Returns whether anything other than a lake exists. */
    public boolean isDeployed() {
        return stack.isPresent() || code;
    }
}
