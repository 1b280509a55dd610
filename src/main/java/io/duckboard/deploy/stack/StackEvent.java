package io.duckboard.deploy.stack;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened to a resource of a stack, or to the stack.
 *
 * @param resource its name in the template; for the stack itself, the stack's name
 * @param type such as AWS::Lambda::Function
 * @param status in CloudFormation's words
 * @param reason empty if there is nothing to tell
 * @param ofStack whether it is the stack that it happened to
 */
public record StackEvent(
        String id, Instant at, String resource, String type, String status, String reason, boolean ofStack) {

    /** What CloudFormation and the services put around the one sentence that says why. */
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

    /** Whether this is where a resource's fate was its own, and not that of another which failed before it. */
    boolean isCause() {
        return isFailure() && !ofStack && !reason.toLowerCase(Locale.ROOT).contains("cancelled");
    }

    /** Whether it is where somebody had the stack as a whole made, changed or deleted. */
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
