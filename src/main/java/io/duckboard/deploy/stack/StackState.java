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
 * @param id its ARN, which still finds it after it was deleted
 * @param status in CloudFormation's words
 * @param reason why it is in that state; empty if there is none
 * @param changedAt when it was last created or updated
 * @param ours whether Duckboard created it
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

    /** The tag that a Duckboard stack puts on itself and on everything it creates. Its value is the stack's name. */
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

    /** @throws FailureException if somebody else created it, since it must then stay as it is */
    public void refuseIfForeign() {
        if (!ours && !isEmpty()) {
            throw new FailureException(
                    "There is a stack " + name + " that is not Duckboard's, and it stays as it is.",
                    "Choose another name with --stack.");
        }
    }

    /** Returns whether it is only the frame of a change set that was never executed. */
    public boolean isEmpty() {
        return status.equals("REVIEW_IN_PROGRESS");
    }

    public boolean isUnderWay() {
        return status.endsWith("_IN_PROGRESS") && !isEmpty();
    }

    /** Returns whether CloudFormation only allows the stack to be deleted. */
    public boolean isUnusable() {
        return UNUSABLE.contains(status);
    }

    /** Returns whether an update failed, and its rollback failed too. */
    public boolean isStuck() {
        return status.equals("UPDATE_ROLLBACK_FAILED");
    }

    public boolean isGone() {
        return status.equals("DELETE_COMPLETE");
    }
}
