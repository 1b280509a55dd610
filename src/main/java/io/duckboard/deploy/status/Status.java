package io.duckboard.deploy.status;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import io.duckboard.deploy.stack.StackEvent;
import io.duckboard.deploy.stack.StackState;
import io.duckboard.deploy.stack.Stacks;
import io.duckboard.engine.failure.FailureException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Reports the status of a deployed engine. It changes nothing. */
public final class Status {

    private static final List<String> FUNCTIONS = List.of("query", "transform", "control");

    private final Aws aws;
    private final Stacks stacks;
    private final Clock clock;

    public Status(Aws aws, Clock clock) {
        this.aws = aws;
        this.stacks = new Stacks(aws);
        this.clock = clock;
    }

    /** @throws FailureException if there is no such stack, or AWS does not answer */
    public StackReport of(String name) {
        StackState stack = stacks.find(name)
                .orElseThrow(
                        () -> new FailureException(
                                "There is no stack " + name + " in " + aws.region() + ".",
                                "duckboard deploy makes it; for another region set AWS_REGION, for another stack say --stack."));
        List<String> functions =
                FUNCTIONS.stream().map(function -> name + "-" + function).toList();
        Instant now = clock.instant();
        var untold = new ArrayList<String>();
        Optional<MonthlyFigures> month =
                answerOr(() -> Optional.of(MonthlyFigures.of(aws, functions, now)), Optional.empty(), untold);
        return new StackReport(
                stack,
                aws.region(),
                failure(stack),
                functions.stream()
                        .map(function ->
                                report(function, answerOr(() -> live(function), Optional.empty(), untold), month))
                        .toList(),
                answerOr(() -> alarms(stack), List.of(), untold),
                answerOr(() -> new LastErrors(aws, now).of(functions), List.of(), untold),
                untold);
    }

    /** Returns a fallback for what these credentials may not see, so that the rest can still be shown. */
    private static <T> T answerOr(Supplier<T> question, T otherwise, List<String> untold) {
        try {
            return question.get();
        } catch (FailureException e) {
            untold.add(e.getMessage());
            return otherwise;
        }
    }

    private Optional<StackEvent> failure(StackState stack) {
        return stack.status().contains("ROLLBACK") || stack.status().endsWith("_FAILED")
                ? Stacks.cause(stacks.eventsOfLastChange(stack.id()))
                : Optional.empty();
    }

    private static FunctionReport report(
            String function, Optional<FunctionReport.Live> live, Optional<MonthlyFigures> month) {
        Optional<Integer> memory = live.map(FunctionReport.Live::memoryMegabytes);
        return new FunctionReport(function, live, month.flatMap(figures -> figures.of(function, memory)));
    }

    private Optional<FunctionReport.Live> live(String function) {
        return AwsFailures.translating(aws.region(), () -> {
            try {
                GetFunctionConfigurationResponse now = aws.lambda()
                        .getFunctionConfiguration(
                                ask -> ask.functionName(function).qualifier("live"));
                return Optional.of(new FunctionReport.Live(
                        now.version(),
                        now.state() == null ? "Active" : now.stateAsString(),
                        now.runtimeAsString(),
                        now.memorySize()));
            } catch (ResourceNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    private List<String> alarms(StackState stack) {
        List<String> own = stacks.names(stack.id(), "AWS::CloudWatch::Alarm");
        if (own.isEmpty()) {
            return List.of();
        }
        return AwsFailures.translating(
                aws.region(),
                () -> aws
                        .metrics()
                        .describeAlarmsPaginator(ask -> ask.alarmNames(own).stateValue(StateValue.ALARM))
                        .metricAlarms()
                        .stream()
                        .map(alarm -> alarm.alarmName()
                                + (alarm.alarmDescription() == null ? "" : ": " + alarm.alarmDescription()))
                        .toList());
    }
}
