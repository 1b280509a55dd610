package io.duckboard.deploy.stack;

import java.time.Instant;
import java.util.Locale;

/**
 * An event that happened to a stack or one of its resources.
 *
 * @param resource its name in the template; for the stack itself, the stack's name
 * @param type such as AWS::Lambda::Function
 * @param status in CloudFormation's words
 * @param reason empty if there is none
 * @param ofStack whether the event happened to the stack itself
 */
public record StackEvent(
        String id, Instant at, String resource, String type, String status, String reason, boolean ofStack) {

    /** The text that CloudFormation and the services add to the one sentence that gives the reason. */
    private static final String AROUND = "\\s*\\((RequestToken|Service|SDK Attempt Count|HandlerErrorCode)[^)]*\\)";

    static StackEvent of(software.amazon.awssdk.services.cloudformation.model.StackEvent event) {
        return new StackEvent(
                event.eventId(),
                event.timestamp(),
                event.logicalResourceId(),
                String.valueOf(event.resourceType()),
                event.resourceStatusAsString(),
                event.resourceStatusReason() == null ? "" : sentence(event.resourceStatusReason()),
                event.stackId().equals(event.physicalResourceId()));
    }

    public boolean isFailure() {
        return status.endsWith("_FAILED");
    }

    /** Returns whether the resource failed by itself, and not because another one had failed before it. */
    boolean isCause() {
        return isFailure() && !ofStack && !reason.toLowerCase(Locale.ROOT).contains("cancelled");
    }

    /** Returns whether somebody began to create, update or delete the stack as a whole. */
    boolean isBeginning() {
        return ofStack && status.matches("(CREATE|UPDATE|DELETE)_IN_PROGRESS");
    }

    boolean isEnd() {
        return ofStack && !status.endsWith("_IN_PROGRESS");
    }

    private static String sentence(String reason) {
        return reason.replaceAll(AROUND, "")
                .replaceFirst("(?s)^Resource handler returned message: \"(.*)\"$", "$1")
                .strip();
    }
}
