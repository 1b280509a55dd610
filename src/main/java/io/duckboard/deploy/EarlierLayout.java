package io.duckboard.deploy;

import io.duckboard.deploy.stack.StackState;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Has the update of a stack whose lake has no {@code _duckboard/} let its functions end their work where they began it. */
final class EarlierLayout {

    private static final String UNTIL = "OldLayoutUntil";

    /** An update takes minutes, and what runs at its end a quarter of an hour at most, which is Lambda's own limit. */
    private static final Duration LASTS = Duration.ofHours(1);

    private EarlierLayout() {}

    /** Those of the template that such a stack gets; one that has them keeps them. */
    static Map<String, String> parameters(Optional<StackState> deployed, Clock clock) {
        return deployed.filter(stack -> !stack.parameters().containsKey(UNTIL))
                .map(_ -> Map.of(
                        UNTIL,
                        clock.instant()
                                .plus(LASTS)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()))
                .orElse(Map.of());
    }
}
