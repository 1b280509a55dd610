package io.duckboard.transform.ui;

import io.duckboard.format.Figures;
import io.duckboard.transform.run.NodeOutcome;
import io.duckboard.transform.run.NodeState;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An icon and words that show how something went. Without words, nothing is shown. */
record Mark(Tone tone, String text) implements Serializable {

    static final Mark NONE = new Mark(Tone.NONE, "");

    /** Determines the icon and its colour. */
    enum Tone {
        NONE,
        GOOD,
        WARNING,
        BAD,
        RUNNING,
        WAITING,
        SKIPPED
    }

    static Mark of(NodeState state) {
        return switch (state) {
            case NodeState.Waiting _ -> new Mark(Tone.WAITING, "waiting");
            case NodeState.Running _ -> new Mark(Tone.RUNNING, "running");
            case NodeOutcome.Built(var _, Duration elapsed) -> new Mark(Tone.GOOD, "built in " + Figures.time(elapsed));
            case NodeOutcome.Passed(Duration elapsed) -> new Mark(Tone.GOOD, "passed in " + Figures.time(elapsed));
            case NodeOutcome.FoundFailures found ->
                new Mark(found.isError() ? Tone.BAD : Tone.WARNING, Figures.count(found.failures(), "failing row"));
            case NodeOutcome.Failed _ -> new Mark(Tone.BAD, "failed");
            case NodeOutcome.Skipped _ -> new Mark(Tone.SKIPPED, "skipped");
        };
    }

    /**
     * Summarizes all tests of a node in a few words.
     *
     * @param known the states of those tests that were in the last run
     * @param all how many tests there are
     */
    static Mark of(List<NodeState> known, int all) {
        if (all == 0) {
            return NONE;
        }
        if (known.isEmpty()) {
            return new Mark(Tone.NONE, Figures.count(all, "test"));
        }
        return first(known, Tone.BAD, "failed")
                .or(() -> first(known, Tone.RUNNING, "running"))
                .or(() -> first(known, Tone.WAITING, "waiting"))
                .or(() -> first(known, Tone.WARNING, "to look at"))
                .or(() -> first(known, Tone.SKIPPED, "skipped"))
                .orElseGet(() -> new Mark(Tone.GOOD, Figures.count(known.size(), "test") + " passed"));
    }

    private static Optional<Mark> first(List<NodeState> known, Tone tone, String words) {
        long count = known.stream().filter(state -> of(state).tone() == tone).count();
        return count == 0 ? Optional.empty() : Optional.of(new Mark(tone, Figures.count(count, "test") + " " + words));
    }
}
