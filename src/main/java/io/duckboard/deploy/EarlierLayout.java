package io.duckboard.deploy;

import io.duckboard.deploy.stack.StackState;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Handles the update of a stack whose lake has no {@code _duckboard/}: its functions finish their work where they began
 * it.
 */
final class EarlierLayout {

    private static final String UNTIL = "OldLayoutUntil";

    /**
     * An update takes minutes. Work that is running when it ends takes at most a quarter of an hour more, which is
     * Lambda's own limit.
     */
    private static final Duration LASTS = Duration.ofHours(1);

    private EarlierLayout() {}

    /** Returns the template's parameters for such a stack. A stack that already has them keeps them. */
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
