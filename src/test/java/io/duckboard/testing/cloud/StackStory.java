package io.duckboard.testing.cloud;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens to a stack after an action: its resources' events, oldest first, and the state that it ends in. A story
 * without an end never finishes.
 */
public record StackStory(List<Event> events, String end) {

    /** @param status in CloudFormation's words */
    public record Event(String resource, String type, String status, String reason) {}

    public StackStory {
        events = List.copyOf(events);
    }

    public static StackStory ending(String end) {
        return new StackStory(List.of(), end);
    }

    public static StackStory endless() {
        return new StackStory(List.of(), "");
    }

    public StackStory after(String resource, String type, String status, String reason) {
        var all = new ArrayList<>(events);
        all.add(new Event(resource, type, status, reason));
        return new StackStory(all, end);
    }
}
