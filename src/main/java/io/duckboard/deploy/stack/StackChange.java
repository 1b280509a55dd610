package io.duckboard.deploy.stack;

import java.util.List;
import java.util.Optional;

/**
 * How a change of a stack ended.
 *
 * @param status in CloudFormation's words
 * @param reason empty if there is none
 * @param events all events of the change, oldest first
 */
public record StackChange(String status, String reason, List<StackEvent> events) {

    public StackChange {
        events = List.copyOf(events);
    }

    /** Returns whether the change succeeded. */
    public boolean isDone() {
        return switch (status) {
            case "CREATE_COMPLETE", "UPDATE_COMPLETE", "DELETE_COMPLETE" -> true;
            default -> false;
        };
    }

    /** Returns the first resource that failed by itself. */
    public Optional<StackEvent> cause() {
        return Stacks.cause(events);
    }
}
