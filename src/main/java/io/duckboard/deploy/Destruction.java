package io.duckboard.deploy;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.code.Buckets;
import io.duckboard.deploy.code.CodeBucket;
import io.duckboard.deploy.stack.Removal;
import io.duckboard.deploy.stack.StackProgress;
import io.duckboard.deploy.stack.StackState;
import io.duckboard.deploy.stack.Stacks;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.FailureException;
import java.util.Optional;

/**
 * Removes a deployment. It keeps the lake, unless its data is to be deleted too. Resources that are already gone do not
 * count as failures.
 */
public final class Destruction {

    private final Aws aws;
    private final Stacks stacks;
    private final StackNames names;
    private final Optional<LakeLocation.Bucket> said;
    private final StackProgress progress;

    /**
     * @param said the lake that was named, for when an earlier destruction has left only the lake
     * @throws FailureException if the name is not valid for a stack
     */
    public Destruction(Aws aws, String stack, Optional<LakeLocation.Bucket> said, StackProgress progress) {
        this.aws = aws;
        this.stacks = new Stacks(aws);
        this.names = new StackNames(stack, aws);
        this.said = said;
        this.progress = progress;
    }

    /**
     * Returns what exists. It asks no more about the lake than it must know.
     *
     * @param withData whether the lake is to be deleted too
     * @throws FailureException if the stack is being changed, or AWS does not answer
     */
    public DeployedResources look(boolean withData) {
        Optional<StackState> stack = stacks.find(names.stack());
        stack.ifPresent(StackState::refuseIfForeign);
        if (stack.filter(StackState::isUnderWay).isPresent()) {
            throw new FailureException(
                    "The stack " + names.stack() + " is being changed ("
                            + stack.get().status() + ").",
                    "Wait until it is over (duckboard status tells), then run the same command again.");
        }
        LakeLocation.Bucket lake =
                said.or(() -> stack.flatMap(LakeChoice::before)).orElseGet(names::lake);
        return new DeployedResources(
                stack,
                new CodeBucket(aws, names.codeBucket()).isThere(),
                withData ? known(lake, stack) : remaining(lake));
    }

    /** Deletes the stack and the code. */
    public void run(DeployedResources standing) {
        standing.stack().ifPresent(stack -> {
            progress.step("Deleting the stack " + names.stack());
            new Removal(aws, progress).of(stack);
        });
        if (standing.code()) {
            progress.step("Deleting the engine's code");
            new CodeBucket(aws, names.codeBucket()).remove();
        }
    }

    /** Permanently deletes the lake's bucket and everything in it. */
    public void removeLake(LakeLocation.Bucket lake) {
        progress.step("Deleting the bucket " + lake.bucket() + " and everything in it");
        Buckets.remove(aws, lake.bucket());
    }

    private DeployedResources.Lake known(LakeLocation.Bucket lake, Optional<StackState> stack) {
        if (!Buckets.isThere(aws, lake.bucket())) {
            return new DeployedResources.NoLake();
        }
        boolean made = stack.map(known -> stacks.hasMade(known.id(), "Lake", lake.bucket()))
                        .orElse(false)
                || Buckets.isTagged(aws, lake.bucket(), StackState.TAG, names.stack());
        return made ? new DeployedResources.OwnLake(lake) : new DeployedResources.OthersLake(lake);
    }

    /**
     * Returns the lake that remains. A lake that cannot be asked about counts as missing, since this command does not
     * delete it.
     */
    private DeployedResources.Lake remaining(LakeLocation.Bucket lake) {
        try {
            return Buckets.isThere(aws, lake.bucket())
                    ? new DeployedResources.OthersLake(lake)
                    : new DeployedResources.NoLake();
        } catch (FailureException e) {
            return new DeployedResources.NoLake();
        }
    }
}
