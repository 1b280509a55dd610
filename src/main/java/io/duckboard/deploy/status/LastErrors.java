package io.duckboard.deploy.status;

import io.duckboard.aws.AwsError;
import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;

/**
 * Finds the last lines of functions' logs that report trouble. It looks at the last hour, and further back only if
 * there are few lines.
 */
record LastErrors(Aws aws, Instant now) {

    private static final List<Duration> OF_LATE = List.of(Duration.ofHours(1), Duration.ofDays(1));

    /** What crashes and Lambda's own reports have in common. */
    private static final String TROUBLE = "?\"Task timed out\" ?\"Runtime exited\" ?\"Runtime.\" ?Exception ?ERROR";

    /** The engine's log line for a failed run of the transform. */
    private static final String FAILED_RUN = "{ $.run = \"failed\" }";

    private static final int ERRORS = 5;

    /** CloudWatch Logs answers only a few requests a second, and a storm of errors has endless pages. */
    private static final int PAGES = 20;

    /** Returns the lines of all functions together, oldest first. */
    List<LogLine> of(List<String> functions) {
        return functions.stream()
                .flatMap(this::of)
                .sorted(Comparator.comparing(LogLine::at))
                .toList();
    }

    private Stream<LogLine> of(String function) {
        List<LogLine> lines = List.of();
        for (Duration late : OF_LATE) {
            lines = Stream.concat(lines(function, TROUBLE, late), lines(function, FAILED_RUN, late))
                    .distinct()
                    .sorted(Comparator.comparing(LogLine::at))
                    .toList();
            if (lines.size() >= ERRORS) {
                break;
            }
        }
        return lines.stream().skip(Math.max(0, lines.size() - ERRORS));
    }

    private Stream<LogLine> lines(String function, String pattern, Duration late) {
        return AwsFailures.translating(aws.region(), () -> {
            try {
                return aws
                        .logs()
                        .filterLogEventsPaginator(ask -> ask.logGroupName("/aws/lambda/" + function)
                                .startTime(now.minus(late).toEpochMilli())
                                .filterPattern(pattern))
                        .stream()
                        .limit(PAGES)
                        .flatMap(page -> page.events().stream())
                        .map(event -> new LogLine(
                                function,
                                Instant.ofEpochMilli(event.timestamp()),
                                event.message().strip()))
                        .toList()
                        .stream();
            } catch (CloudWatchLogsException e) {
                if (AwsError.code(e).equals("ResourceNotFoundException")) {
                    return Stream.empty();
                }
                throw e;
            }
        });
    }
}
