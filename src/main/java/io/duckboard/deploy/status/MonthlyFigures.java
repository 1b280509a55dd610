package io.duckboard.deploy.status;

import io.duckboard.deploy.aws.Aws;
import io.duckboard.deploy.aws.AwsFailures;
import io.duckboard.engine.protocol.LambdaPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** Lambda's figures for functions since the first of the month, UTC. */
final class MonthlyFigures {

    private static final List<String> METRICS = List.of("Invocations", "Errors", "Throttles", "Duration");

    private static final int DAY_SECONDS = 86_400;

    private final Map<String, Double> sums;

    private MonthlyFigures(Map<String, Double> sums) {
        this.sums = sums;
    }

    static MonthlyFigures of(Aws aws, List<String> functions, Instant now) {
        Instant first = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .withDayOfMonth(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        List<MetricDataQuery> queries = functions.stream()
                .flatMap(function -> METRICS.stream().map(metric -> query(function, metric)))
                .toList();
        var sums = new HashMap<String, Double>();
        AwsFailures.translating(
                        aws.region(),
                        () -> aws
                                .metrics()
                                .getMetricDataPaginator(
                                        ask -> ask.startTime(first).endTime(now).metricDataQueries(queries))
                                .metricDataResults()
                                .stream()
                                .toList())
                .forEach(result -> sums.merge(
                        result.label(),
                        result.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum(),
                        Double::sum));
        return new MonthlyFigures(sums);
    }

    /** Returns nothing if there were calls but the memory, which their price depends on, is unknown. */
    Optional<FunctionReport.Month> of(String function, Optional<Integer> memoryMegabytes) {
        long calls = sum(function, "Invocations");
        return calls > 0 && memoryMegabytes.isEmpty()
                ? Optional.empty()
                : Optional.of(month(function, calls, memoryMegabytes.orElse(0)));
    }

    private FunctionReport.Month month(String function, long calls, int memoryMegabytes) {
        // No metric includes what Lambda bills for starts, so the sum is a little less than the bill.
        long each = calls == 0 ? 0 : Math.ceilDiv(sum(function, "Duration"), calls);
        return new FunctionReport.Month(
                calls,
                sum(function, "Errors"),
                sum(function, "Throttles"),
                LambdaPrice.of(each, memoryMegabytes).multiply(BigDecimal.valueOf(calls)));
    }

    private long sum(String function, String metric) {
        return Math.round(sums.getOrDefault(label(function, metric), 0.0));
    }

    private static MetricDataQuery query(String function, String metric) {
        return MetricDataQuery.builder()
                // Ids begin with a lowercase letter and contain neither hyphens nor spaces.
                .id((metric + "_" + function).toLowerCase(Locale.ROOT).replace('-', '_'))
                .label(label(function, metric))
                .metricStat(stat -> stat.stat("Sum")
                        .period(DAY_SECONDS)
                        .metric(of -> of.namespace("AWS/Lambda")
                                .metricName(metric)
                                .dimensions(Dimension.builder()
                                        .name("FunctionName")
                                        .value(function)
                                        .build())))
                .build();
    }

    private static String label(String function, String metric) {
        return function + " " + metric;
    }
}
