package io.duckboard.engine.protocol;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a query was ended from outside. One that does not heed an interruption takes its process with it, whose exit
 * status is then all that is left to tell why.
 */
public enum Stop {
    /** As the command {@code timeout} exits. */
    DEADLINE(124),
    /** As a shell reports a command that was interrupted. */
    CANCEL(130);

    private static final Pattern EXIT_STATUS = Pattern.compile("Runtime exited with error: exit status (\\d+)");

    private final int exitStatus;

    Stop(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    public int exitStatus() {
        return exitStatus;
    }

    /** @param functionError what Lambda reports when a function's process has ended */
    public static Optional<Stop> in(String functionError) {
        Matcher status = EXIT_STATUS.matcher(functionError);
        if (status.find()) {
            for (Stop stop : values()) {
                if (status.group(1).equals(Integer.toString(stop.exitStatus))) {
                    return Optional.of(stop);
                }
            }
        }
        return Optional.empty();
    }

    /** What the caller is told. */
    public Problem problem() {
        return problem("the engine allows");
    }

    /** @param allowed the time the query had */
    public Problem problem(Duration allowed) {
        return problem("the " + seconds(allowed) + " s it was allowed");
    }

    private Problem problem(String limit) {
        return switch (this) {
            case DEADLINE ->
                Problem.of(
                        ErrorCode.TIMEOUT,
                        "The query took longer than " + limit + " and was stopped.",
                        "Ask for less: fewer days, fewer columns, or an aggregate.");
            case CANCEL -> Problem.of(ErrorCode.CANCELLED, "The query was cancelled.");
        };
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
