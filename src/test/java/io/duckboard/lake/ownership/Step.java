package io.duckboard.lake.ownership;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that is done after a wait.
 *
 * @param lake the number of the lake among those of the trial
 */
record Step(Duration after, int lake, Action action) {

    private static final int MOST = 12;

    /** Draws up to twelve steps for a number of lakes. */
    static List<Step> draw(Random random, int lakes, Function<Random, Action> action) {
        return Stream.generate(() -> new Step(pause(random), random.nextInt(lakes), action.apply(random)))
                .limit(random.nextInt(1, MOST + 1))
                .toList();
    }

    private static Duration pause(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofMinutes(random.nextInt(60));
            case 1 -> Duration.ofHours(random.nextInt(30));
            case 2 -> Duration.ofDays(random.nextInt(9));
            default -> Duration.ZERO;
        };
    }
}
