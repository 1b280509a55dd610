package io.duckboard.deploy.stack;

import io.duckboard.engine.failure.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows a change of a stack from before its beginning to its end. */
final class Following {

    /** CloudFormation allows only a few requests a second, and its resources take seconds. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** The number of failures in a row, with a pause after each: a network may be away for half a minute. */
    private static final int MOST_FAILURES = 15;

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

    /** Ignores the events that happened before. */
    static Following from(Stacks stacks, String stackId, StackProgress progress) {
        return new Following(stacks, stackId, stacks.lastEvent(stackId), progress);
    }

    /** Requests the change, and waits for its end. */
    StackChange during(Runnable request) {
        progress.begun();
        try {
            request.run();
            return followed();
        } finally {
            progress.ended();
        }
    }

    private StackChange followed() {
        int failures = 0;
        while (true) {
            try {
                Optional<StackChange> end = news();
                if (end.isPresent()) {
                    return end.get();
                }
                failures = 0;
            } catch (FailureException e) {
                // The change goes on, whether AWS reports it or not.
                if (++failures == MOST_FAILURES) {
                    throw new FailureException(
                            e.getMessage() + " What CloudFormation has begun goes on by itself.",
                            "duckboard status tells how it goes.",
                            e);
                }
            }
            pause();
        }
    }

    private Optional<StackChange> news() {
        for (StackEvent event : stacks.eventsAfter(stackId, last)) {
            events.add(event);
            progress.event(event);
            last = event.id();
            if (event.isEnd()) {
                return Optional.of(new StackChange(event.status(), event.reason(), events));
            }
        }
        // Some stores of events have no more events for a stack that is gone.
        return stacks.find(stackId).map(StackState::isGone).orElse(true)
                ? Optional.of(new StackChange("DELETE_COMPLETE", "", events))
                : Optional.empty();
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(
                    "The command was ended.", "What CloudFormation has begun it ends by itself: duckboard status.", e);
        }
    }
}
