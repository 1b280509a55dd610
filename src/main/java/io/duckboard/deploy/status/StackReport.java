package io.duckboard.deploy.status;

import io.duckboard.deploy.stack.StackEvent;
import io.duckboard.deploy.stack.StackState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A stack and what runs in it.
 *
 * @param failure the resource at which the last change failed
 * @param alarms the alarms that are ringing
 * @param errors the last errors of the last day, oldest first
 * @param untold what AWS did not report and why, each as a sentence
 */
public record StackReport(
        StackState stack,
        String region,
        Optional<StackEvent> failure,
        List<FunctionReport> functions,
        List<String> alarms,
        List<LogLine> errors,
        List<String> untold) {

    public StackReport {
        functions = List.copyOf(functions);
        alarms = List.copyOf(alarms);
        errors = List.copyOf(errors);
        untold = List.copyOf(untold);
    }

    /** Returns the approximate cost of this month's calls so far, or nothing if AWS does not report it. */
    public Optional<BigDecimal> dollars() {
        if (functions.stream().anyMatch(function -> function.month().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(functions.stream()
                .map(function -> function.month().orElseThrow().dollars())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
