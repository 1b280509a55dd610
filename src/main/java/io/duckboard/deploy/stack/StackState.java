package io.duckboard.deploy.stack;

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
 */
public record StackState(
        String id,
        String name,
        String status,
        String reason,
        Instant changedAt,
        Map<String, String> parameters,
        Map<String, String> outputs) {

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
                stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)));
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
