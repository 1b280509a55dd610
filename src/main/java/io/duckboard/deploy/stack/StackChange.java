package io.duckboard.deploy.stack;

import java.util.List;
import java.util.Optional;

/**
 * How a change of a stack ended.
 *
 * @param status in CloudFormation's words
 * @param reason empty if there is nothing to tell
 * @param events all that happened, oldest first
 */
public record StackChange(String status, String reason, List<StackEvent> events) {

    public StackChange {
        events = List.copyOf(events);
    }

    /** Whether it is now as was wished. */
    public boolean isDone() {
        return switch (status) {
            case "CREATE_COMPLETE", "UPDATE_COMPLETE", "DELETE_COMPLETE" -> true;
            default -> false;
        };
    }

    /** The first resource that failed by itself. */
    public Optional<StackEvent> cause() {
        return Stacks.cause(events);
    }
}
