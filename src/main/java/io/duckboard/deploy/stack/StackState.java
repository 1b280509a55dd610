package io.duckboard.deploy.stack;

import io.duckboard.engine.failure.FailureException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * A stack as CloudFormation describes it.
 *
 * @param id its ARN, by which it is known after its end too
 * @param status in CloudFormation's words
 * @param reason why it is in that state; empty if there is nothing to tell
 * @param changedAt when it was last made or changed
 * @param ours whether Duckboard has made it
 */
public record StackState(
        String id,
        String name,
        String status,
        String reason,
        Instant changedAt,
        Map<String, String> parameters,
        Map<String, String> outputs,
        boolean ours) {

    /** The tag that a stack of Duckboard's gives all it makes, and itself: which stack it was. */
    public static final String TAG = "duckboard:stack";

    private static final Set<String> UNUSABLE =
            Set.of("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED");

    public StackState {
        parameters = Map.copyOf(parameters);
        outputs = Map.copyOf(outputs);
    }

    static StackState of(Stack stack) {
        return new StackState(
                stack.stackId(),
                stack.stackName(),
                stack.stackStatusAsString(),
                stack.stackStatusReason() == null ? "" : stack.stackStatusReason(),
                stack.lastUpdatedTime() == null ? stack.creationTime() : stack.lastUpdatedTime(),
                stack.parameters().stream()
                        .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue)),
                stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)),
                stack.tags().stream().anyMatch(tag -> tag.key().equals(TAG)));
    }

    /** @throws FailureException if somebody else has made it, for whom it is to stay as it is */
    public void refuseIfForeign() {
        if (!ours && !isEmpty()) {
            throw new FailureException(
                    "There is a stack " + name + " that is not Duckboard's, and it stays as it is.",
                    "Choose another name with --stack.");
        }
    }

    /** Whether it is nothing but the frame of a change set that nobody has executed. */
    public boolean isEmpty() {
        return status.equals("REVIEW_IN_PROGRESS");
    }

    public boolean isUnderWay() {
        return status.endsWith("_IN_PROGRESS") && !isEmpty();
    }

    /** Whether CloudFormation lets nothing be done with it but to delete it. */
    public boolean isUnusable() {
        return UNUSABLE.contains(status);
    }

    /** Whether an update failed, and to undo it failed too. */
    public boolean isStuck() {
        return status.equals("UPDATE_ROLLBACK_FAILED");
    }

    public boolean isGone() {
        return status.equals("DELETE_COMPLETE");
    }
}
