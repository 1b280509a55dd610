package io.duckboard.deploy.stack;

import io.duckboard.engine.failure.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows what is done to a stack from before its beginning to its end. */
final class Following {

    /** CloudFormation allows few requests a second, and its resources take seconds. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** One after the other, with a pause between: a network may be away for half a minute. */
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

    /** What has happened until now is of no interest. */
    static Following from(Stacks stacks, String stackId, StackProgress progress) {
        return new Following(stacks, stackId, stacks.lastEvent(stackId), progress);
    }

    /** Asks for the change, and waits for its end. */
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
                // The change goes on, whether AWS tells of it or not.
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
        // Of a stack that is gone some stores of events know nothing more.
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
