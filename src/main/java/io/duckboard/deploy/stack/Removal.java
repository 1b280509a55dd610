package io.duckboard.deploy.stack;

import io.duckboard.aws.AwsError;
import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import io.duckboard.engine.failure.FailureException;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** Deletes stacks, and recovers them from failed changes. */
public final class Removal {

    private final Aws aws;
    private final Stacks stacks;
    private final StackProgress progress;

    public Removal(Aws aws, StackProgress progress) {
        this.aws = aws;
        this.stacks = new Stacks(aws);
        this.progress = progress;
    }

    /**
     * Deletes the stack and everything in it, except what its template retains.
     *
     * @throws FailureException if something cannot be deleted: the rest is gone, and the stack remains so that it
     *     can be deleted later
     */
    public void of(StackState stack) {
        StackChange change = Following.from(stacks, stack.id(), progress)
                .during(() -> translating(
                        stack, () -> aws.cloudFormation().deleteStack(delete -> delete.stackName(stack.id()))));
        if (!change.status().equals("DELETE_COMPLETE")) {
            throw new FailureException(
                    "The stack " + stack.name() + " is deleted in part: "
                            + change.cause()
                                    .map(event -> event.resource() + " could not be (" + event.reason() + ").")
                                    .orElse(change.reason()),
                    "Mend that, then run duckboard destroy again: it goes on where it stopped.");
        }
    }

    /** Restores the earlier state of a stack whose update could not be rolled back. */
    public void unstick(StackState stack) {
        StackChange change = Following.from(stacks, stack.id(), progress)
                .during(() -> translating(
                        stack, () -> aws.cloudFormation().continueUpdateRollback(go -> go.stackName(stack.id()))));
        if (!change.status().equals("UPDATE_ROLLBACK_COMPLETE")) {
            throw new FailureException(
                    "The stack " + stack.name() + " cannot be brought back to what it was: "
                            + change.cause()
                                    .map(event -> event.resource() + " (" + event.reason() + ").")
                                    .orElse(change.reason()),
                    "Mend that and run the same command again, or duckboard destroy.");
        }
    }

    private <T> T translating(StackState stack, Supplier<T> question) {
        return AwsFailures.translating(aws.region(), () -> {
            try {
                return question.get();
            } catch (CloudFormationException e) {
                if (AwsError.sentence(e).contains("TerminationProtection")) {
                    throw new FailureException(
                            "The stack " + stack.name() + " is protected from being deleted.",
                            "Take its termination protection off in CloudFormation if you mean it, and try again.",
                            e);
                }
                throw e;
            }
        });
    }
}
