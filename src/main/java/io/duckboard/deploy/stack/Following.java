package io.duckboard.deploy.stack;

import io.duckboard.deploy.aws.DeployFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Follows what is done to a stack from before its beginning to its end. */
final class Following {

    /** CloudFormation allows few requests a second, and its resources take seconds. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Stacks stacks;
    private final String stackId;
    private final StackProgress progress;
    private final List<StackEvent> events = new ArrayList<>();
    private String last;

    private Following(Stacks stacks, String stackId, String last, StackProgress progress) {
        this.stacks = stacks;
        this.stackId = stackId;
        this.last = last;
        this.progress = progress;
    }

    /** What has happened until now is of no interest. */
    static Following from(Stacks stacks, String stackId, StackProgress progress) {
        List<StackEvent> before = stacks.eventsAfter(stackId, "");
        return new Following(
                stacks, stackId, before.isEmpty() ? "" : before.getLast().id(), progress);
    }

    /** Waits for the end. */
    StackChange toTheEnd() {
        progress.begun();
        StackChange change = followed();
        progress.ended();
        return change;
    }

    private StackChange followed() {
        while (true) {
            for (StackEvent event : stacks.eventsAfter(stackId, last)) {
                events.add(event);
                progress.event(event);
                last = event.id();
                if (event.isEnd()) {
                    return new StackChange(event.status(), event.reason(), events);
                }
            }
            // Of a stack that is gone some stores of events know nothing more.
            if (stacks.find(stackId).map(StackState::isGone).orElse(true)) {
                return new StackChange("DELETE_COMPLETE", "", events);
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployFailure(
                    "The command was ended.", "What CloudFormation has begun it ends by itself: duckboard status.", e);
        }
    }
}
