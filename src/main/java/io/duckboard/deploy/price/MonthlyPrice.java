package io.duckboard.deploy.price;

import io.duckboard.engine.protocol.LambdaPrice;
import io.duckboard.format.Figures;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The approximate cost of a month, by the published prices of us-east-1 (<a
 * href="https://aws.amazon.com/lambda/pricing/">Lambda</a>, <a href="https://aws.amazon.com/s3/pricing/">S3</a>, <a
 * href="https://aws.amazon.com/cloudwatch/pricing/">CloudWatch</a>, as of 2026). No free tier is deducted.
 */
public record MonthlyPrice(List<Line> lines) {

    /** @param dollars the cost of a month */
    public record Line(String what, BigDecimal dollars) {}

    private static final int DAYS = 30;

    private static final BigDecimal S3_GIGABYTE = new BigDecimal("0.023");

    /** The price of a gigabyte for a second, beyond the 512 MB that are free. */
    private static final BigDecimal TEMPORARY_GIGABYTE_SECOND = new BigDecimal("0.0000000309");

    private static final BigDecimal TRANSFORM_GIGABYTES = new BigDecimal("3.5");

    /** The price of each metric that an alarm watches. */
    private static final BigDecimal ALARM_METRIC = new BigDecimal("0.10");

    /** The alarms watch the errors of three functions, failed runs, and the calls of three functions. */
    private static final int ALARM_METRICS = 7;

    /** A warm query asks the store for the catalog and a few files, at $0.0004 per thousand requests. */
    private static final BigDecimal S3_REQUESTS = new BigDecimal("0.000004");

    /** Lambda's own three lines and the engine's one are half a kilobyte, at $0.50 per gigabyte. */
    private static final BigDecimal LOG_LINES = new BigDecimal("0.00000025");

    public MonthlyPrice {
        lines = List.copyOf(lines);
    }

    /** @param parameters the template's parameters, each with its value */
    public static MonthlyPrice of(MonthlyUse use, Map<String, String> parameters) {
        int queryMemory = Integer.parseInt(parameters.getOrDefault("QueryMemory", "3008"));
        int transformMemory = Integer.parseInt(parameters.getOrDefault("TransformMemory", "3008"));
        long queries = (long) use.queriesPerDay() * DAYS;
        int runs = ScheduleRate.runsPerMonth(parameters.getOrDefault("Schedule", ""));
        BigDecimal perQuery = LambdaPrice.of(use.query().toMillis(), queryMemory);
        BigDecimal perRun = LambdaPrice.of(use.run().toMillis(), transformMemory)
                .add(TEMPORARY_GIGABYTE_SECOND.multiply(TRANSFORM_GIGABYTES).multiply(seconds(use.run())));
        return new MonthlyPrice(List.of(
                line(
                        Figures.count(queries) + " queries of " + Figures.time(use.query()) + " in "
                                + Figures.count(queryMemory) + " MB",
                        perQuery.multiply(BigDecimal.valueOf(queries))),
                line(
                        Figures.count(runs, "scheduled run") + " of the transform of " + Figures.time(use.run())
                                + (ScheduleRate.isCalendar(parameters.getOrDefault("Schedule", ""))
                                        ? " (a cron is reckoned as daily)"
                                        : ""),
                        perRun.multiply(BigDecimal.valueOf(runs))),
                line(
                        Figures.count(use.lakeGigabytes()) + " GB in S3",
                        S3_GIGABYTE.multiply(BigDecimal.valueOf(use.lakeGigabytes()))),
                line(
                        "their requests to S3 and their log lines",
                        S3_REQUESTS.add(LOG_LINES).multiply(BigDecimal.valueOf(queries + runs))),
                line("5 alarms", ALARM_METRIC.multiply(BigDecimal.valueOf(ALARM_METRICS)))));
    }

    public BigDecimal total() {
        return lines.stream().map(Line::dollars).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Line line(String what, BigDecimal dollars) {
        return new Line(what, dollars);
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }
}
