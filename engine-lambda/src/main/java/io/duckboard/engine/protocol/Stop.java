package io.duckboard.engine.protocol;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reason why a query was stopped from outside. If a query does not react to an interruption, its process is ended
 * too, and then only the exit status of the process shows the reason.
 */
public enum Stop {
    /** The exit status of the command {@code timeout}. */
    DEADLINE(124),
    /** The exit status that a shell reports for an interrupted command. */
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

    /** The message to the caller. */
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
